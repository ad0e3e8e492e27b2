using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Recording;

/// <summary>A question about a Region or a trail that was not answered.</summary>
/// <param name="Target">The Region, or the trail's ARN.</param>
/// <param name="Permission">The permission that it takes, such as cloudtrail:GetTrailStatus.</param>
/// <param name="Failure">Why.</param>
/// <param name="Lost">What is not known for that, a sentence.</param>
internal sealed record SurveyProblem(string Target, string Permission, AwsCallException Failure, string Lost);

/// <summary>Finds every place of an account that could answer, and what it records. Nothing is changed.</summary>
/// <param name="aws">AWS.</param>
/// <param name="problem">Who is told what could not be found out; the rest goes on.</param>
internal sealed class SourceSurvey(IAwsSession aws, Action<SurveyProblem> problem)
{
    // Two a second may be asked for. Tokens that lead nowhere come to an end here too.
    private const int MostPages = 20;

    /// <summary>Gives Event history of Regions, and the trails that record them, each once.</summary>
    /// <param name="regions">The Regions.</param>
    /// <param name="isWanted">Which trails are wanted, by name.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<IReadOnlyList<TrailSource>> FindAsync(IReadOnlyList<HistoryRegion> regions, Func<string, bool> isWanted, CancellationToken cancellation)
    {
        // All at once: DescribeTrails may be called ten times a second in each Region.
        var found = await Task.WhenAll(regions.Select(region => DescribeAsync(region, cancellation))).ConfigureAwait(false);

        // A trail of all Regions is told of by each, and is one trail. Where that call failed, Event history may still answer.
        var trails = found.SelectMany(static each => each ?? []).GroupBy(static trail => trail.Arn, StringComparer.Ordinal).Select(static same => same.First())
            .Where(trail => isWanted(trail.Name)).OrderBy(static trail => trail.Name, StringComparer.OrdinalIgnoreCase).ThenBy(static trail => trail.Arn, StringComparer.Ordinal);
        var account = await AccountAsync(regions, cancellation).ConfigureAwait(false);
        var histories = regions.Where((region, at) => found[at] is not null || region.IsNamed)
            .Select(region => TrailSources.OfHistory(region.Name, account)).Where(source => isWanted(source.Name));
        return [.. histories, .. await Task.WhenAll(trails.Select(trail => CompleteAsync(trail, cancellation))).ConfigureAwait(false)];
    }

    /// <summary>Finds out what a trail records.</summary>
    internal async Task<TrailSource> CompleteAsync(TrailDescription trail, CancellationToken cancellation)
    {
        var status = AskAsync(() => aws.Trails.StatusAsync(trail, cancellation), trail, "cloudtrail:GetTrailStatus", "Whether it is logging, and when it delivered last, is not known.");
        var selectors = AskAsync(() => aws.Trails.SelectorsAsync(trail, cancellation), trail, "cloudtrail:GetEventSelectors", "What it records is not known.");
        var changed = ChangedAsync(trail, cancellation);
        var (changedTicks, notLookedUp) = await changed.ConfigureAwait(false);
        return TrailSources.OfTrail(trail, await status.ConfigureAwait(false), await selectors.ConfigureAwait(false), changedTicks, notLookedUp);
    }

    private async Task<IReadOnlyList<TrailDescription>?> DescribeAsync(HistoryRegion region, CancellationToken cancellation)
    {
        try
        {
            return await aws.Trails.DescribeAsync(region.Name, cancellation).ConfigureAwait(false);
        }
        catch (AwsCallException failure)
        {
            // Of all Regions those that the account has not enabled are passed over: they do not know its keys.
            if (region.IsNamed || failure.Failure is not (AwsFailure.UnknownCredentials or AwsFailure.RegionNotEnabled))
            {
                problem(new SurveyProblem(region.Name, "cloudtrail:DescribeTrails", failure, "Which trails record it is not known."));
            }

            return null;
        }
    }

    private async Task<T?> AskAsync<T>(Func<Task<T>> ask, TrailDescription trail, string permission, string lost)
        where T : class
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (AwsCallException failure)
        {
            problem(new SurveyProblem(trail.Arn, permission, failure, lost));
            return null;
        }
    }

    /// <summary>
    /// When the selectors were put last, of which Event history of the home Region knows for 90 days. It is asked politely:
    /// others share the quota, and without the answer nothing but the past is less certain.
    /// </summary>
    /// <returns>When; and why it is not known, where that could not be looked up to the end.</returns>
    private async Task<(long? Ticks, string? NotLookedUp)> ChangedAsync(TrailDescription trail, CancellationToken cancellation)
    {
        try
        {
            // The newest event comes first, also from page to page, so the first one about this trail is the last change.
            var request = new LookupRequest(trail.HomeRegion, null, DateTime.UtcNow.Ticks, new LookupAttribute("EventName", "PutEventSelectors"), null);
            for (var read = 1; read <= MostPages; read++)
            {
                var page = await RequestPauses.LookupAsync(aws, request, cancellation).ConfigureAwait(false);
                if (page.Events.Where(each => IsAbout(each.Record, trail)).Max(static each => each.Ticks) is { } changed)
                {
                    return (changed, null);
                }

                if (page.NextToken is null)
                {
                    return (null, null);
                }

                request = request with { NextToken = page.NextToken };
            }

            return (null, $"no change of this trail is on the first {MostPages} pages of changes of all trails, and no more were read.");
        }
        catch (AwsCallException failure)
        {
            return (null, failure.Message);
        }
    }

    private static bool IsAbout(string? record, TrailDescription trail)
    {
        try
        {
            using var document = JsonDocument.Parse(record ?? "null");
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && !root.TryGetProperty("errorCode", out _)
                && root.TryGetProperty("requestParameters", out var request) && request.ValueKind == JsonValueKind.Object
                && request.TryGetProperty("trailName", out var name) && name.ValueKind == JsonValueKind.String
                && (name.GetString() == trail.Name || name.GetString() == trail.Arn);
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task<string?> AccountAsync(IReadOnlyList<HistoryRegion> regions, CancellationToken cancellation)
    {
        try
        {
            return regions.Count == 0 ? null : (await aws.Trails.CallerAsync(regions[0].Name, cancellation).ConfigureAwait(false)).AccountId;
        }
        catch (AwsCallException)
        {
            return null;
        }
    }
}
