using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime.Internal;
using DeadlineTrail.Aws.Credentials;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws;

/// <summary>The way to AWS, on the SDK. Created by its name.</summary>
internal sealed class AwsServices : IAwsServices
{
    /// <inheritdoc/>
    public Task<IAwsSession> OpenAsync(AwsSettings settings, CancellationToken cancellation) =>
        Abandoned.OnCancel(Task.Run(() => OpenAsync(settings), cancellation), cancellation);

    private static async Task<IAwsSession> OpenAsync(AwsSettings settings)
    {
        // A session outlives a change of its environment, of which the SDK reads some once.
        FallbackInternalConfigurationFactory.Reset();
        SignInClients.HandOver();
        SecureEndpoint.CheckEnvironment();
        if (settings.EndpointUrl is { } endpoint)
        {
            SecureEndpoint.Check(endpoint.OriginalString);
        }

        var found = CredentialSearch.Find(settings);
        var keys = await CredentialCheck.FetchAsync(found, settings).ConfigureAwait(false);
        return new AwsSession(new AwsAccess(found.Credentials, settings), keys);
    }
}
