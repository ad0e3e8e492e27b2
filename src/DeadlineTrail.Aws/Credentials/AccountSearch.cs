using System;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>The account that a bookmark of Event history is of.</summary>
internal static class AccountSearch
{
    /// <summary>Gives the account.</summary>
    /// <exception cref="AwsSetupException">STS does not tell.</exception>
    internal static async Task<string> FindAsync(AwsAccess access, string region, CancellationToken cancellation)
    {
        using var caller = new CallerLookup(access, region);
        try
        {
            return (await Abandoned.OnCancel(caller.FindAsync(cancellation), cancellation).ConfigureAwait(false)).AccountId;
        }
        catch (Exception failure) when (failure is not (AwsSetupException or OutOfMemoryException))
        {
            cancellation.ThrowIfCancellationRequested();
            throw new AwsSetupException(
                AwsSetupProblem.CredentialsUnusable,
                $"STS does not tell which account the credentials are of, and a bookmark of Event history is of one account: {AwsFailures.Of(failure).Message}",
                failure);
        }
    }
}
