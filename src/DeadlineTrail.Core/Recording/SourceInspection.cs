using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Recording;

/// <summary>Tries and looks at what it takes to get answers from a source. Nothing is changed.</summary>
/// <param name="aws">AWS.</param>
/// <param name="source">The source.</param>
internal sealed class SourceInspection(IAwsSession aws, TrailSource source)
{
    // "CloudTrail typically delivers logs within an average of about 5 minutes of an API call. This time is not guaranteed.",
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html. A quiet account
    // delivers nothing for longer, which is why a lag alone is no failure before a day.
    private static readonly TimeSpan UsualLag = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongLag = TimeSpan.FromDays(1);

    // Signatures of a clock that is wrong by more than five minutes are refused; ranges such as -Last are wrong by as much.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(60);

    /// <summary>Looks at everything.</summary>
    internal async Task<IReadOnlyList<TrailSourceCheck>> RunAsync(CancellationToken cancellation)
    {
        var checks = new List<TrailSourceCheck> { await IdentityAsync(cancellation).ConfigureAwait(false) };
        if (source.Settings.IsEventHistory)
        {
            checks.Add(await LookupAsync(cancellation).ConfigureAwait(false));
        }
        else
        {
            checks.Add(Logging());
            checks.Add(Delivery());
            checks.Add(Unchanged());

            // Calls about buckets block.
            checks.AddRange(await Task.Run(() => new BucketInspection(aws, source).RunAsync(cancellation), cancellation).ConfigureAwait(false));
        }

        checks.Add(await ClockAsync(cancellation).ConfigureAwait(false));
        checks.AddRange(FarmQuestion.All.Select(question => question.Check(source)));
        return checks;
    }

    private async Task<TrailSourceCheck> IdentityAsync(CancellationToken cancellation)
    {
        try
        {
            var caller = await aws.Trails.CallerAsync(source.HomeRegion, cancellation).ConfigureAwait(false);
            return source.Check("Identity", true, $"The credentials are those of {caller.Arn} in the account {caller.AccountId}.");
        }
        catch (AwsCallException failure)
        {
            return source.Check("Identity", failure.Failure is AwsFailure.UnknownCredentials or AwsFailure.ExpiredCredentials ? false : null, $"STS does not tell whose credentials they are: {failure.Message}", "Renew the credentials, or give others with -ProfileName.");
        }
    }

    private async Task<TrailSourceCheck> LookupAsync(CancellationToken cancellation)
    {
        try
        {
            var now = DateTime.UtcNow.Ticks;
            var request = new LookupRequest(source.HomeRegion, now - TimeSpan.TicksPerMinute, now, new LookupAttribute("EventSource", Deadline.DeadlineService.EventSource), null);
            await RequestPauses.LookupAsync(aws, request, cancellation).ConfigureAwait(false);
            return source.Check("LookupEvents", true, $"Event history of {source.HomeRegion} may be looked up.");
        }
        catch (AwsCallException failure)
        {
            return source.Check("LookupEvents", IsRefusal(failure) ? false : null, $"Event history of {source.HomeRegion} cannot be looked up: {failure.Message}", $"Allow cloudtrail:LookupEvents for these credentials, in {source.HomeRegion}.");
        }
    }

    private TrailSourceCheck Logging() => source.IsLogging switch
    {
        true => source.Check("Logging", true, "The trail is logging."),
        false => source.Check("Logging", false, $"The trail is not logging{(source.LoggingStoppedTimeUtc is { } stopped ? " since " + stopped : string.Empty)}.", TrailCommands.StartLogging(source)),
        null => source.Check("Logging", null, "Whether the trail is logging could not be read.", "Allow cloudtrail:GetTrailStatus for these credentials."),
    };

    private TrailSourceCheck Delivery()
    {
        if (source.LatestDeliveryError is { } error)
        {
            return source.Check("Delivery", false, $"The last delivery to {source.S3BucketName} failed: {error}.", "Check that the bucket is there and its policy lets cloudtrail.amazonaws.com write, and that the KMS key, if any, lets it encrypt. CloudTrail tries again for 30 days.");
        }

        if (source.LatestDeliveryTicks is not { } ticks)
        {
            return source.Check("Delivery", source.IsLogging is true ? false : null, "No delivery is known.", "Check that the trail is logging and its bucket's policy lets cloudtrail.amazonaws.com write; a new trail delivers within minutes of the first event.");
        }

        var lag = (aws.Trails.LatestClock?.Server.UtcTicks ?? DateTime.UtcNow.Ticks) - ticks;
        var detail = $"Logs were delivered last at {source.LatestDeliveryTimeUtc}, {Span(TimeSpan.FromTicks(Math.Max(0, lag)))} ago.";
        return lag <= UsualLag.Ticks ? source.Check("Delivery", true, detail)
            : lag <= LongLag.Ticks ? source.Check("Delivery", null, detail + " Either nothing that it records happened, or delivery is late.", "Ask again later, or ask Event history for the last hours.")
            : source.Check("Delivery", false, detail + " Nearly every account has events in a day.", "Check the bucket's policy and the KMS key; ask Event history for the time since.");
    }

    private TrailSourceCheck Unchanged()
    {
        var changes = new[] { ("the selectors were changed", source.Settings.SelectorsChangedTicks), ("logging was started", source.Settings.StartedTicks), ("logging was stopped", source.Settings.StoppedTicks) }
            .Where(change => change.Item2 > DateTime.UtcNow.AddDays(-90).Ticks).OrderBy(static change => change.Item2).ToList();
        return changes.Count == 0 && source.Settings.ChangesNotLookedUp is { } why
            ? source.Check("RecordingUnchanged", null, $"Whether the selectors were changed in the last 90 days is not known: {why}", $"Allow cloudtrail:LookupEvents for these credentials, in {source.HomeRegion}; if they have it, test again later.")
            : changes.Count == 0
            ? source.Check("RecordingUnchanged", true, "No change of what it records is known for the last 90 days.")
            : source.Check("RecordingUnchanged", false, $"In the last 90 days {string.Join(", ", changes.Select(static change => $"{change.Item1} at {Instant.Utc(change.Item2)}"))}; what it recorded before that is not known.", "Do not take an empty answer about the time before as a proof: Get-DeadlineTrailEvent -EventSource cloudtrail.amazonaws.com shows who changed it.");
    }

    private async Task<TrailSourceCheck> ClockAsync(CancellationToken cancellation)
    {
        if (aws.Trails.LatestClock is null)
        {
            try
            {
                await aws.Trails.DescribeAsync(source.HomeRegion, cancellation).ConfigureAwait(false);
            }
            catch (AwsCallException)
            {
                // Without an answer there is no clock to compare with.
            }
        }

        if (aws.Trails.LatestClock is not { } clock)
        {
            return source.Check("Clock", null, "AWS's time is not known.");
        }

        var difference = clock.Here - clock.Server;
        return difference.Duration() <= ClockTolerance
            ? source.Check("Clock", true, "This machine's clock agrees with AWS's.")
            : source.Check("Clock", false, $"This machine's clock is {Span(difference.Duration())} {(difference > TimeSpan.Zero ? "fast" : "slow")}: -Last, and times given without a zone, miss by as much.", "Set the clock, or let it be set by time.aws.com (NTP).");
    }

    private static bool IsRefusal(AwsCallException failure) =>
        failure.Failure is AwsFailure.Denied or AwsFailure.RegionNotEnabled or AwsFailure.UnknownCredentials or AwsFailure.ExpiredCredentials;

    private static string Span(TimeSpan time) => time.TotalDays >= 2 ? time.TotalDays.ToString("0", CultureInfo.InvariantCulture) + " days"
        : time.TotalHours >= 2 ? time.TotalHours.ToString("0", CultureInfo.InvariantCulture) + " hours"
        : time.TotalMinutes >= 2 ? time.TotalMinutes.ToString("0", CultureInfo.InvariantCulture) + " minutes"
        : time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " seconds";
}
