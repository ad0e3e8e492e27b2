using System;
using System.Net;

namespace DeadlineTrail.Sources.Aws;

/// <summary>What the user and the session say about how to reach AWS. What is null was not said.</summary>
internal sealed record AwsSettings
{
    /// <summary>Gets the access key of <c>-AccessKey</c>.</summary>
    internal string? AccessKey { get; init; }

    /// <summary>Gets the secret of <c>-SecretKey</c>.</summary>
    internal string? SecretKey { get; init; }

    /// <summary>Gets the token that temporary keys have, of <c>-SessionToken</c>.</summary>
    internal string? SessionToken { get; init; }

    /// <summary>Gets the profile of <c>-ProfileName</c>.</summary>
    internal string? ProfileName { get; init; }

    /// <summary>Gets the credentials file of <c>-ProfileLocation</c>, as a full path.</summary>
    internal string? ProfileLocation { get; init; }

    /// <summary>Gets the object of <c>-Credential</c>: credentials of any version of the AWS SDK, loaded by anyone.</summary>
    internal object? Credential { get; init; }

    /// <summary>Gets what <c>Set-AWSCredential</c> left in the session.</summary>
    internal object? SessionCredential { get; init; }

    /// <summary>Gets what <c>Set-DefaultAWSRegion</c> left in the session.</summary>
    internal string? SessionRegion { get; init; }

    /// <summary>Gets the address of <c>-EndpointUrl</c>, which stands in for AWS's own endpoints.</summary>
    internal Uri? EndpointUrl { get; init; }

    /// <summary>Gets the proxy that <c>Set-AWSProxy</c> left in the session.</summary>
    internal WebProxy? Proxy { get; init; }
}
