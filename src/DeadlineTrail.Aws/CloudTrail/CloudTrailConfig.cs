using System;
using System.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>How to reach CloudTrail. What is not set here comes from the profile and the environment, as in every client
/// of the SDK.</summary>
internal sealed class CloudTrailConfig : ClientConfig
{
    /// <summary>The service's name in the SDK; also the key of AWS_ENDPOINT_URL_CLOUDTRAIL.</summary>
    internal const string Service = "CloudTrail";

#pragma warning disable CA2263 // .NET Framework has no generic Enum.GetValues.
    internal CloudTrailConfig()
        : base(new DefaultConfigurationProvider(
            from DefaultConfigurationMode mode in Enum.GetValues(typeof(DefaultConfigurationMode))
            select new DefaultConfiguration { Name = mode, RetryMode = RequestRetryMode.Standard }))
#pragma warning restore CA2263
    {
        ServiceId = Service;
        AuthenticationServiceName = "cloudtrail";
        EndpointProvider = CloudTrailEndpoint.Rules;

        // Said here so that nothing in a profile or the environment says otherwise: the adaptive mode of this SDK makes
        // healthy calls fail at rates as low as CloudTrail's.
        RetryMode = RequestRetryMode.Standard;
        MaxErrorRetry = 1;

        // Nor does anything repeat a call whose connection was cut: it may have counted.
        MaxStaleConnectionRetries = 0;
        Timeout = TimeSpan.FromSeconds(60);
    }

    /// <inheritdoc/>
    public override string ServiceVersion => "2013-11-01";

    /// <inheritdoc/>
    public override string UserAgent { get; } = "DeadlineTrail/" + typeof(CloudTrailConfig).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "cloudtrail";

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(CloudTrailEndpoint.Parameters(this));
}
