using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.Credentials;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws;

/// <summary>The way to AWS, on the SDK. Created by its name.</summary>
internal sealed class AwsServices : IAwsServices
{
    /// <inheritdoc/>
    public async Task<IAwsSession> OpenAsync(AwsSettings settings, CancellationToken cancellation)
    {
        SecureEndpoint.CheckEnvironment();
        if (settings.EndpointUrl is { } endpoint)
        {
            SecureEndpoint.Check(endpoint.OriginalString);
        }

        var credentials = CredentialSearch.Find(settings);
        var keys = await CredentialCheck.FetchAsync(credentials, settings, cancellation).ConfigureAwait(false);
        return new AwsSession(new AwsAccess(credentials.Credentials, settings), keys);
    }
}
