using System.Text;
using DeadlineTrail.Parsing;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>An event of a page, read.</summary>
/// <param name="Key">By what it is known when it comes again.</param>
/// <param name="Ticks">Ticks (UTC) of the time by which the service puts it in order; null when nothing says it.</param>
/// <param name="Match">The event, where it matches the query; else null.</param>
/// <param name="Damage">Why it cannot be read; null when it can.</param>
internal readonly record struct HistoryRecord(string Key, long? Ticks, TrailEvent? Match, string? Damage);

/// <summary>Reads the records in the events of a page, for one query. Not safe for several threads.</summary>
internal sealed class HistoryRecordReader(TrailQuery query)
{
    private readonly ElementParser _parser = new();

    /// <summary>
    /// Reads an event. Its time is the record's, as in files; where it stands in the history is said by the summary around
    /// it, which is what the service compares with StartTime and EndTime. As far as is known they are always the same.
    /// </summary>
    internal HistoryRecord Read(LookupEvent found)
    {
        var key = found.EventId ?? found.Record ?? string.Empty;
        if (found.Record is null)
        {
            return new HistoryRecord(key, found.Ticks, null, "it has no record (CloudTrailEvent)");
        }

        var parsed = _parser.Parse(Encoding.UTF8.GetBytes(found.Record));
        return parsed.Kind switch
        {
            ElementKind.Record => new HistoryRecord(key, found.Ticks ?? parsed.EventTicks, Match(parsed), null),
            ElementKind.Damaged => new HistoryRecord(key, found.Ticks, null, $"at byte {parsed.DamageAt} of its record: {parsed.Text}"),
            _ => new HistoryRecord(key, found.Ticks, null, $"what it holds is no record of an event: {parsed.Text ?? "a list"}"),
        };
    }

    private TrailEvent? Match(in ParsedElement record)
    {
        if (!query.MayMatch(record))
        {
            return null;
        }

        var trailEvent = new TrailEvent(record, originPath: null, originRecord: 0, isRecovered: false);
        return query.Matches(trailEvent) ? trailEvent : null;
    }
}
