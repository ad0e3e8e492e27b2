using System;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>
/// Where CloudTrail is: https://docs.aws.amazon.com/general/latest/gr/ct.html. In GovCloud the endpoints without "fips" in
/// their names are the FIPS ones, unless they are dual-stack ones.
/// </summary>
internal sealed class CloudTrailEndpoint : BaseEndpointResolver
{
    /// <summary>Gets the rules.</summary>
    internal static IEndpointProvider Rules { get; } = new EndpointRules();

    /// <summary>Gives what the rules need to know.</summary>
    internal static EndpointParameters Parameters(IClientConfig config) => new()
    {
        ["Region"] = config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion,
        ["UseFIPS"] = config.UseFIPSEndpoint,
        ["UseDualStack"] = config.UseDualstackEndpoint,
        ["Endpoint"] = config.ServiceURL,
    };

    /// <inheritdoc/>
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => Parameters(requestContext.ClientConfig);

    /// <inheritdoc/>
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
    {
        // The host of another endpoint says nothing about the Region to sign for.
        executionContext.RequestContext.Request.AuthenticationRegion = (string)parameters["Region"];
    }

    private sealed class EndpointRules : IEndpointProvider
    {
        public Endpoint ResolveEndpoint(EndpointParameters parameters)
        {
            if (parameters["Endpoint"] is string { Length: > 0 } url)
            {
                return new Endpoint(url);
            }

            var region = (string)parameters["Region"];
            var partition = Fn.Partition(region);
            var (wantsFips, wantsDualStack) = (parameters["UseFIPS"] is true, parameters["UseDualStack"] is true);
            var isPlainFips = region.StartsWith("us-gov-", StringComparison.Ordinal) && !wantsDualStack;
            var suffix = wantsDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
            return new Endpoint($"https://cloudtrail{(wantsFips && !isPlainFips ? "-fips" : string.Empty)}.{region}.{suffix}");
        }
    }
}
