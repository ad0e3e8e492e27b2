using System;
using System.Collections.Generic;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Fuzzing;

/// <summary>The events of lines of records.</summary>
internal static class ParsedEvents
{
    internal static List<TrailEvent> OfLines(byte[] input)
    {
        var parser = new ElementParser();
        var events = new List<TrailEvent>();
        var from = 0;
        while (from < input.Length)
        {
            var end = Array.IndexOf(input, (byte)'\n', from);
            end = end < 0 ? input.Length : end;
            var parsed = parser.Parse(input.AsSpan(from, end - from));
            if (parsed.Kind == ElementKind.Record)
            {
                events.Add(new TrailEvent(parsed, null, events.Count, false));
            }

            from = end + 1;
        }

        return events;
    }
}
