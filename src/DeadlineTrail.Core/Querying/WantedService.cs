using System.Text;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Querying;

/// <summary>A service whose events are wanted.</summary>
/// <param name="EventSource">Its name, as CloudTrail spells it.</param>
/// <param name="EventName">The one operation of it that is wanted, as CloudTrail spells it; null for all.</param>
internal sealed record WantedService(string EventSource, string? EventName = null)
{
    private readonly byte[] _source = Encoding.UTF8.GetBytes(EventSource);
    private readonly byte[]? _name = EventName is null ? null : Encoding.UTF8.GetBytes(EventName);

    /// <summary>Whether an event is one of these.</summary>
    internal bool Has(TrailEvent trailEvent) =>
        trailEvent.Is(RecordField.EventSource, _source) && (_name is null || trailEvent.Is(RecordField.EventName, _name));

    /// <summary>Whether a record is one of these, told without making an event of it.</summary>
    internal bool Has(in ParsedElement record) =>
        record.Is(RecordField.EventSource, _source) && (_name is null || record.Is(RecordField.EventName, _name));

    /// <summary>Says which.</summary>
    public override string ToString() => EventName is null ? EventSource : EventSource + " " + EventName;
}
