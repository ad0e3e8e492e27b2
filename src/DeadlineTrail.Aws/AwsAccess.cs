using System;
using Amazon;
using Amazon.Runtime;
using DeadlineTrail.Aws.Credentials;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws;

/// <summary>Credentials that work, and how clients reach AWS with them.</summary>
/// <param name="Credentials">The credentials; they renew themselves where they can.</param>
/// <param name="Settings">What the user and the session say.</param>
internal sealed record AwsAccess(AWSCredentials Credentials, AwsSettings Settings)
{
    /// <summary>Gets how long a call may take, with its whole answer.</summary>
    internal TimeSpan CallLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Sets what every client of ours has in common.</summary>
    /// <exception cref="AwsSetupException">Requests would go over the network unencrypted.</exception>
    internal void Apply(ClientConfig config, string region)
    {
        if (Settings.ProfileName is { } name)
        {
            // For the profile's endpoints and its wishes for FIPS and dual-stack; credentials and Region are found here.
            config.Profile = new Profile(name, Settings.ProfileLocation);
            Wishes(config, name);
        }

        if (Settings.EndpointUrl is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        if (Settings.Proxy is { } proxy)
        {
            config.SetWebProxy(proxy);
        }

        SecureEndpoint.Checked(config);
    }

    /// <summary>Lets go of credentials that have expired before their time.</summary>
    internal void Renew()
    {
        (Credentials as RefreshingAWSCredentials)?.ClearCredentials();
        (Credentials as ForeignCredentials)?.Renew();
    }

    /// <summary>
    /// FIPS and dual-stack: the SDK asks the environment and the profile that is in force, not the one that is named.
    /// The environment stands before a profile, https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html.
    /// </summary>
    private void Wishes(ClientConfig config, string profileName)
    {
        if (Profiles.TryGet(profileName, Settings) is not { } profile)
        {
            return;
        }

        if (profile.UseFIPSEndpoint is { } fips && !IsSet("AWS_USE_FIPS_ENDPOINT"))
        {
            config.UseFIPSEndpoint = fips;
        }

        if (profile.UseDualstackEndpoint is { } dualStack && !IsSet("AWS_USE_DUALSTACK_ENDPOINT"))
        {
            config.UseDualstackEndpoint = dualStack;
        }
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
