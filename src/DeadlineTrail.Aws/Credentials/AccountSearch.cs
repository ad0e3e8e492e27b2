using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>
/// Asks whose credentials they are: "No permissions are required to perform this operation",
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html.
/// </summary>
internal static class AccountSearch
{
    /// <summary>Gives the account.</summary>
    /// <exception cref="AwsSetupException">STS does not tell.</exception>
    internal static async Task<string> FindAsync(AwsAccess access, string region, CancellationToken cancellation)
    {
        var config = new AmazonSecurityTokenServiceConfig();
        access.Apply(config, region);
        if (config.ServiceURL is { Length: > 0 } url)
        {
            SecureEndpoint.Check(url);
        }

        using var client = new AmazonSecurityTokenServiceClient(access.Credentials, config);
        try
        {
            var answer = await Abandoned.OnCancel(client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellation), cancellation).ConfigureAwait(false);
            return answer.Account;
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
