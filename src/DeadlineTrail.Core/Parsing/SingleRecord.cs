using System.Text;

namespace DeadlineTrail.Parsing;

/// <summary>An event made from the text of one record.</summary>
internal static class SingleRecord
{
    /// <summary>Parses a record; null when the text is not one.</summary>
    internal static TrailEvent? Parse(string raw, string? originPath, long originRecord, bool isRecovered, bool isOutOfOrder)
    {
        var parsed = new ElementParser().Parse(Encoding.UTF8.GetBytes(raw));
        if (parsed.Kind != ElementKind.Record)
        {
            return null;
        }

        var trailEvent = new TrailEvent(parsed, originPath, originRecord, isRecovered);
        if (isOutOfOrder)
        {
            trailEvent.MarkOutOfOrder();
        }

        return trailEvent;
    }
}
