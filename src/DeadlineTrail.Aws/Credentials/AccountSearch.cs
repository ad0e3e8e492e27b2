using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>The account that a bookmark of Event history is of.</summary>
internal static class AccountSearch
{
    /// <summary>Gives the account.</summary>
    /// <param name="service">Makes the calls.</param>
    /// <param name="regions">The Regions to ask, until one answers.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="AwsSetupException">STS does not tell.</exception>
    internal static async Task<string> FindAsync(ITrailService service, IReadOnlyList<string> regions, CancellationToken cancellation)
    {
        AwsCallException? first = null;
        foreach (var region in regions)
        {
            try
            {
                return (await service.CallerAsync(region, cancellation).ConfigureAwait(false)).AccountId;
            }
            catch (AwsCallException failure) when (IsOfTheRegion(failure.Failure))
            {
                first ??= failure;
            }
            catch (AwsCallException failure)
            {
                throw Unknown(failure);
            }
        }

        throw Unknown(first);
    }

    private static AwsSetupException Unknown(AwsCallException? cause) => new(
        AwsSetupProblem.CredentialsUnusable,
        $"STS does not tell which account the credentials are of, and a bookmark of Event history is of one account: {cause?.Message}",
        cause);

    // A Region that is not enabled does not know good credentials either. Anything else would fail in the next one as well, or
    // take its time there.
    private static bool IsOfTheRegion(AwsFailure failure) => failure is AwsFailure.UnknownCredentials or AwsFailure.RegionNotEnabled;
}
