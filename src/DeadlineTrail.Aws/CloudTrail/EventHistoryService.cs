using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>LookupEvents in any Region; one client for each.</summary>
/// <param name="access">Credentials, and how to reach AWS.</param>
internal sealed class EventHistoryService(AwsAccess access) : IEventHistoryService, IDisposable
{
    private readonly RegionalClients _clients = new(access);

    /// <inheritdoc/>
    public async Task<LookupPage> LookupAsync(LookupRequest request, CancellationToken cancellation)
    {
        var client = _clients[request.Region];
        LookupEventsResponse response;
        try
        {
            response = await LimitedCall.MakeAsync(token => client.SendAsync(Of(request), token), access.CallLimit, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (failure is not AwsSetupException)
        {
            // Some ways of being cancelled end in another exception.
            cancellation.ThrowIfCancellationRequested();
            var meaning = AwsFailures.Of(failure);
            if (meaning.Failure == AwsFailure.ExpiredCredentials)
            {
                access.Renew();
            }

            throw meaning;
        }

        return new LookupPage(
            [.. (response.Events ?? []).Where(static each => each is not null).Select(static each => new LookupEvent(each!.EventId, each.EventTime?.UtcTicks, each.CloudTrailEvent))],
            string.IsNullOrEmpty(response.NextToken) ? null : response.NextToken)
        {
            ServerTicks = response.Answered?.UtcTicks,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _clients.Dispose();

    private static LookupEventsRequest Of(LookupRequest request) => new()
    {
        StartTime = request.StartTicks is { } start ? new DateTimeOffset(start, TimeSpan.Zero) : null,
        EndTime = new DateTimeOffset(request.EndTicks, TimeSpan.Zero),
        LookupAttributes = request.Attribute is { } attribute ? [new LookupAttributeItem { AttributeKey = attribute.Key, AttributeValue = attribute.Value }] : null,
        MaxResults = LookupRequest.PageSize,
        NextToken = request.NextToken,
    };
}
