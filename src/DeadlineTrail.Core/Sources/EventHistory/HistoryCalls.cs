using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>The calls that are under way, and what becomes of them.</summary>
/// <param name="service">Makes the calls.</param>
/// <param name="reader">Reads what they bring.</param>
internal sealed class HistoryCalls(IEventHistoryService service, HistoryRecordReader reader)
{
    private readonly List<Call> _calls = [];

    /// <summary>Gets the calls that are under way.</summary>
    internal IReadOnlyCollection<Task> UnderWay => _calls.ConvertAll(static call => (Task)call.Page);

    /// <summary>Makes every call that is due.</summary>
    /// <param name="lookups">The lookups.</param>
    /// <param name="merged">The time (ticks, UTC) that all of them together have come to.</param>
    /// <param name="atMost">How long to wait at most.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>How long it takes until another one may be due.</returns>
    internal TimeSpan Start(IEnumerable<RegionLookup> lookups, long merged, TimeSpan atMost, CancellationToken cancellation)
    {
        // The lookups of a Region share its quota: whichever is behind holds up the others, so it goes first.
        foreach (var lookup in lookups.OrderByDescending(static lookup => lookup.Watermark))
        {
            TimeSpan? wait;
            while (lookup.TakeDue(merged, out wait) is { } chain)
            {
                var request = chain.Next(lookup.Region.Name, lookup.Attribute);
                _calls.Add(new Call(lookup, chain, service.LookupAsync(request, cancellation)));
            }

            if (wait < atMost)
            {
                atMost = wait.Value;
            }
        }

        return atMost;
    }

    /// <summary>Takes what ended, and gives the events it brought.</summary>
    internal List<TrailEvent> TakeEnded(HistoryReport report)
    {
        var events = new List<TrailEvent>();
        foreach (var call in _calls.Where(static call => call.Page.IsCompleted).ToList())
        {
            _calls.Remove(call);
            try
            {
                var page = call.Page.GetAwaiter().GetResult();
                call.Lookup.Answered(page.ServerTicks);
                if (!call.Lookup.IsFinished)
                {
                    Take(call, page, events, report);
                }
            }
            catch (AwsCallException failure)
            {
                call.Lookup.Fail(call.Chain, failure);
            }
        }

        return events;
    }

    private void Take(Call call, LookupPage page, List<TrailEvent> events, HistoryReport report)
    {
        foreach (var record in call.Lookup.Complete(call.Chain, page.Events.Select(reader.Read), page.NextToken))
        {
            if (record.Damage is not null)
            {
                report.Damaged(call.Lookup, record);
            }
            else if (record.Match is not null)
            {
                events.Add(record.Match);
            }
        }
    }

    private sealed record Call(RegionLookup Lookup, LookupChain Chain, Task<LookupPage> Page);
}
