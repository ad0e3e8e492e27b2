using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.Credentials;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>CloudTrail's answers about trails; one client for each Region.</summary>
/// <param name="access">Credentials, and how to reach AWS.</param>
internal sealed class TrailService(AwsAccess access) : ITrailService, IDisposable
{
    private readonly RegionalClients _clients = new(access);

    /// <inheritdoc/>
    public ClockReading? LatestClock { get; private set; }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TrailDescription>> DescribeAsync(string region, CancellationToken cancellation)
    {
        var response = await AskAsync(region, new DescribeTrailsRequest { IncludeShadowTrails = true }, cancellation).ConfigureAwait(false);
        return [.. (response.TrailList ?? []).Where(static trail => trail is not null).Select(trail => Described(trail!, region))];
    }

    /// <inheritdoc/>
    public async Task<TrailDescription?> FindAsync(string nameOrArn, string? region, CancellationToken cancellation)
    {
        var asked = TrailArn.RegionOf(nameOrArn) ?? region ?? await RegionSearch.TryFindAsync(access.Settings, cancellation).ConfigureAwait(false)
            ?? throw new AwsSetupException(
                AwsSetupProblem.RegionMissing,
                $"Nothing says in which AWS Region to look the trail \"{nameOrArn}\" up. Give its ARN, or one Region that it records with -Region; or its bucket with -BucketName; or set a default with Set-DefaultAWSRegion or the environment variable AWS_REGION.");
        var response = await AskAsync(asked, new DescribeTrailsRequest { TrailNameList = [nameOrArn] }, cancellation).ConfigureAwait(false);
        return response.TrailList?.FirstOrDefault(static trail => !string.IsNullOrEmpty(trail?.S3BucketName)) is { } found ? Described(found, asked) : null;
    }

    /// <inheritdoc/>
    public async Task<TrailStatus> StatusAsync(TrailDescription trail, CancellationToken cancellation)
    {
        var response = await AskAsync(trail.HomeRegion, new GetTrailStatusRequest { Name = trail.Arn }, cancellation).ConfigureAwait(false);
        return new TrailStatus
        {
            IsLogging = response.IsLogging,
            StartedTicks = response.StartLoggingTime?.UtcTicks,
            StoppedTicks = response.StopLoggingTime?.UtcTicks,
            LatestDeliveryTicks = response.LatestDeliveryTime?.UtcTicks,
            LatestDeliveryError = string.IsNullOrEmpty(response.LatestDeliveryError) ? null : response.LatestDeliveryError,
        };
    }

    /// <inheritdoc/>
    public async Task<TrailSelectors> SelectorsAsync(TrailDescription trail, CancellationToken cancellation)
    {
        var response = await AskAsync(trail.HomeRegion, new GetEventSelectorsRequest { TrailName = trail.Arn }, cancellation).ConfigureAwait(false);
        return new TrailSelectors(Text(response.EventSelectors), Text(response.AdvancedEventSelectors));
    }

    /// <inheritdoc/>
    public async Task<CallerIdentity> CallerAsync(string region, CancellationToken cancellation)
    {
        using var caller = new CallerLookup(access, region);
        return await RepeatedCall.MakeAsync(caller.FindAsync, access, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _clients.Dispose();

    private static string? Text(JsonElement? json) => json is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } there ? there.GetRawText() : null;

    private static TrailDescription Described(DescribedTrail trail, string asked) => new()
    {
        Name = trail.Name ?? string.Empty,
        Arn = trail.TrailArn ?? string.Empty,
        HomeRegion = Home(trail, asked),
        BucketName = trail.S3BucketName ?? string.Empty,
        KeyPrefix = trail.S3KeyPrefix ?? string.Empty,
        IsMultiRegion = trail.IsMultiRegionTrail ?? false,
        IsOrganization = trail.IsOrganizationTrail ?? false,
        IncludesGlobalServices = trail.IncludeGlobalServiceEvents ?? false,
        ValidatesLogFiles = trail.LogFileValidationEnabled ?? false,
        KmsKeyId = string.IsNullOrEmpty(trail.KmsKeyId) ? null : trail.KmsKeyId,
        SnsTopic = string.IsNullOrEmpty(trail.SnsTopicArn) ? trail.SnsTopicName : trail.SnsTopicArn,
    };

    // It becomes part of the name of the host that signed requests go to, so it must be one.
    private static string Home(DescribedTrail trail, string asked) => TrailArn.RegionOf(trail.TrailArn) ?? asked;

    private async Task<TResponse> AskAsync<TResponse>(string region, CloudTrailRequest<TResponse> request, CancellationToken cancellation)
        where TResponse : DatedResponse, new()
    {
        var client = _clients[region];
        var response = await RepeatedCall.MakeAsync(token => client.SendAsync(request, token), access, cancellation).ConfigureAwait(false);
        if (response.Answered is { } time)
        {
            LatestClock = new ClockReading(time, DateTimeOffset.UtcNow);
        }

        return response;
    }
}
