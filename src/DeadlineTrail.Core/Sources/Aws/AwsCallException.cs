using System;
using System.Diagnostics.CodeAnalysis;

namespace DeadlineTrail.Sources.Aws;

/// <summary>In what way a call failed: it decides what is done next.</summary>
internal enum AwsFailure
{
    /// <summary>The service asks to call less often.</summary>
    Throttled,

    /// <summary>The service, or the way to it, failed for the moment: an error of the server, a cut connection, no answer in time.</summary>
    Transient,

    /// <summary>Nobody answers at that address.</summary>
    Unreachable,

    /// <summary>The credentials have expired; others may have been fetched by now.</summary>
    ExpiredCredentials,

    /// <summary>The service does not know the credentials: they are wrong, or the Region is not enabled for the account.</summary>
    UnknownCredentials,

    /// <summary>The account has not enabled the Region.</summary>
    RegionNotEnabled,

    /// <summary>The permission is missing.</summary>
    Denied,

    /// <summary>The service does not take the token of the next page (any more).</summary>
    InvalidToken,

    /// <summary>Anything else: calling again will not help.</summary>
    Refused,
}

/// <summary>A call failed. What the service said of it is kept, but no secret that it quoted.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made in one way only, inside this module.")]
[SuppressMessage("Design", "CA1064", Justification = "Users see the error record that is made of it.")]
internal sealed class AwsCallException(AwsFailure failure, string message, Exception? cause = null) : Exception(SecretText.Hide(message), SecretText.Without(cause))
{
    /// <summary>Gets in what way.</summary>
    internal AwsFailure Failure { get; } = failure;
}
