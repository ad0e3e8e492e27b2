using System;
using Amazon.Runtime;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws;

/// <summary>Requests and what credentials are fetched with go over the network encrypted, or not over the network at all.</summary>
internal static class SecureEndpoint
{
    /// <summary>The variables by which the SDK's clients are sent elsewhere; those for credentials carry the secrets.</summary>
    private static readonly string[] Variables =
    [
        "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_CLOUDTRAIL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL_SSO", "AWS_ENDPOINT_URL_SSO_OIDC",
    ];

    /// <summary>Checks an address.</summary>
    /// <exception cref="AwsSetupException">It is plain http to another machine, or no address.</exception>
    internal static void Check(string url, string? setBy = null)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new AwsSetupException(
                AwsSetupProblem.InsecureEndpoint,
                $"The endpoint \"{url}\"{(setBy is null ? string.Empty : " of " + setBy)} is not used: it must begin with https://, since credentials go over plain http to this machine itself only.");
        }
    }

    /// <summary>Checks where a client sends its requests, whoever said so: a parameter, the environment, a profile.</summary>
    /// <exception cref="AwsSetupException">It is plain http to another machine.</exception>
    internal static T Checked<T>(T config)
        where T : ClientConfig
    {
        if (config.ServiceURL is { Length: > 0 } url)
        {
            Check(url);
        }

        return config;
    }

    /// <summary>Checks the addresses that the environment sets.</summary>
    /// <exception cref="AwsSetupException">One is plain http to another machine.</exception>
    internal static void CheckEnvironment()
    {
        foreach (var variable in Variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } url)
            {
                Check(url, "the environment variable " + variable);
            }
        }
    }
}
