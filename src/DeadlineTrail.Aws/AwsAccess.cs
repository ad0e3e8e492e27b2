using Amazon;
using Amazon.Runtime;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws;

/// <summary>Credentials that work, and how clients reach AWS with them.</summary>
/// <param name="Credentials">The credentials; they renew themselves where they can.</param>
/// <param name="Settings">What the user and the session say.</param>
internal sealed record AwsAccess(AWSCredentials Credentials, AwsSettings Settings)
{
    /// <summary>Sets what every client of ours has in common.</summary>
    internal void Apply(ClientConfig config, string region)
    {
        if (Settings.ProfileName is { } name)
        {
            // For the profile's endpoints and its wishes for FIPS and dual-stack; credentials and Region are found here.
            config.Profile = new Profile(name, Settings.ProfileLocation);
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
    }

    /// <summary>Lets go of credentials that have expired before their time.</summary>
    internal void Renew() => (Credentials as RefreshingAWSCredentials)?.ClearCredentials();
}
