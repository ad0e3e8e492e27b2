using System;
using System.Diagnostics.CodeAnalysis;

namespace DeadlineTrail.Sources.Aws;

/// <summary>Why AWS cannot be asked at all.</summary>
internal enum AwsSetupProblem
{
    /// <summary>There is no profile of that name.</summary>
    ProfileNotFound,

    /// <summary>Nothing says which Region is meant.</summary>
    RegionMissing,

    /// <summary>There are no credentials anywhere.</summary>
    CredentialsMissing,

    /// <summary>A sign-in is needed that only a person can do.</summary>
    SignInNeeded,

    /// <summary>There are credentials, and they do not work.</summary>
    CredentialsUnusable,

    /// <summary>Credentials would go over the network unencrypted.</summary>
    InsecureEndpoint,
}

/// <summary>AWS cannot be asked at all. The message is for the user: what is wrong, and what to do.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made in one way only, inside this module.")]
[SuppressMessage("Design", "CA1064", Justification = "Users see the error record that is made of it.")]
internal sealed class AwsSetupException(AwsSetupProblem problem, string message, Exception? cause = null) : Exception(SecretText.Hide(message), SecretText.Without(cause))
{
    /// <summary>Gets why.</summary>
    internal AwsSetupProblem Problem { get; } = problem;
}
