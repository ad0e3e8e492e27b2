using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>The account that a bookmark of Event history is of.</summary>
internal static class AccountSearch
{
    /// <summary>Gives the account.</summary>
    /// <exception cref="AwsSetupException">STS does not tell.</exception>
    internal static async Task<string> FindAsync(ITrailService service, string region, CancellationToken cancellation)
    {
        try
        {
            return (await service.CallerAsync(region, cancellation).ConfigureAwait(false)).AccountId;
        }
        catch (AwsCallException failure)
        {
            throw new AwsSetupException(
                AwsSetupProblem.CredentialsUnusable,
                $"STS does not tell which account the credentials are of, and a bookmark of Event history is of one account: {failure.Message}",
                failure);
        }
    }
}
