using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DeadlineTrail.Measuring;

/// <summary>
/// Counts events as they pass, by properties and by time. What it keeps grows with the groups, up to a limit, and not with
/// the events; those of groups beyond the limit are counted together.
/// </summary>
/// <param name="properties">By what they are grouped; none for one group.</param>
/// <param name="intervals">By which intervals; null for none.</param>
/// <param name="maxGroups">How many groups are kept apart.</param>
internal sealed class EventMeasurement(IReadOnlyList<EventProperty> properties, TimeIntervals? intervals, int maxGroups)
{
    private readonly Dictionary<string, EventTally> _groups = new(StringComparer.Ordinal);
    private EventTally? _rest;

    /// <summary>Gets a value indicating whether there were more groups than are kept apart.</summary>
    internal bool HasRest => _rest is not null;

    /// <summary>Counts an event.</summary>
    internal void Add(TrailEvent trailEvent)
    {
        var time = intervals?.StartOf(trailEvent.Ticks);
        var values = properties.Select(property => property.Of(trailEvent)).ToArray();
        var key = Key(time, values);
        if (!_groups.TryGetValue(key, out var tally))
        {
            if (_groups.Count >= maxGroups)
            {
                tally = _rest ??= new EventTally(null, Group(new object?[values.Length]));
            }
            else
            {
                _groups.Add(key, tally = new EventTally(time, Group(values)));
            }
        }

        tally.Add(trailEvent);
    }

    /// <summary>
    /// Gives what was counted: by time, then the largest group first; the rest at the end. Without properties the intervals
    /// in which nothing happened are there too, as far as there is room for them.
    /// </summary>
    internal IReadOnlyList<TrailMeasure> Result()
    {
        if (properties.Count == 0 && intervals is null && _groups.Count == 0)
        {
            return [new TrailMeasure(0, 0)];
        }

        if (properties.Count == 0 && intervals is not null && _groups.Count > 1)
        {
            Fill(intervals);
        }

        var measures = _groups
            .Select(static group => (group.Key, Measure: group.Value.ToMeasure(isRest: false)))
            .OrderBy(static group => group.Measure.TimeTicks ?? 0)
            .ThenByDescending(static group => group.Measure.Count)
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.Measure)
            .ToList();
        if (_rest is not null)
        {
            measures.Add(_rest.ToMeasure(isRest: true));
        }

        var largest = measures.Count == 0 ? 1 : Math.Max(1, measures.Max(static measure => measure.Count));
        foreach (var measure in measures)
        {
            measure.Share = (double)measure.Count / largest;
        }

        return measures;
    }

    private void Fill(TimeIntervals every)
    {
        var starts = _groups.Values.Select(static tally => tally.TimeTicks!.Value).OrderBy(static start => start).ToList();
        var empty = new List<long>();
        for (var at = every.Next(starts[0]); at < starts[starts.Count - 1]; at = every.Next(at))
        {
            var key = Key(at, []);
            if (!_groups.ContainsKey(key))
            {
                empty.Add(at);
                if (empty.Count + _groups.Count > maxGroups)
                {
                    return;
                }
            }
        }

        foreach (var start in empty)
        {
            _groups.Add(Key(start, []), new EventTally(start, []));
        }
    }

    private KeyValuePair<string, object?>[] Group(object?[] values) =>
        properties.Select((property, at) => new KeyValuePair<string, object?>(property.Name, values[at])).ToArray();

    /// <summary>Lengths keep apart what would run together: no text of a log can be made to look like two others.</summary>
    private static string Key(long? time, object?[] values)
    {
        var key = new StringBuilder(time?.ToString(CultureInfo.InvariantCulture));
        foreach (var value in values)
        {
            // The instant: in autumn clocks show an hour twice.
            var text = value is DateTime shown ? shown.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
            key.Append('|').Append(value is null ? -1 : text.Length).Append(':').Append(text);
        }

        return key.ToString();
    }
}
