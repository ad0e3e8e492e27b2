using System;
using System.Collections.Generic;
using System.Reflection;

namespace DeadlineTrail.Measuring;

/// <summary>A flat property of events, by which they can be grouped.</summary>
internal sealed class EventProperty
{
    private static readonly SortedDictionary<string, EventProperty> Known = Find();

    private readonly Func<TrailEvent, object?> _get;

    private EventProperty(string name, Func<TrailEvent, object?> get)
    {
        Name = name;
        _get = get;
    }

    /// <summary>Gets the names of all of them.</summary>
    internal static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Gets the name, spelled as the property is.</summary>
    internal string Name { get; }

    /// <summary>Finds one by its name in any case; null when there is none.</summary>
    internal static EventProperty? Named(string name) => Known.TryGetValue(name, out var property) ? property : null;

    /// <summary>An event's value; of an actor or a client its name.</summary>
    internal object? Of(TrailEvent trailEvent) => _get(trailEvent);

    private static SortedDictionary<string, EventProperty> Find()
    {
        var found = new SortedDictionary<string, EventProperty>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in typeof(TrailEvent).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (type == typeof(string) && property.Name != nameof(TrailEvent.Raw))
            {
                found.Add(property.Name, new EventProperty(property.Name, (Func<TrailEvent, string?>)Delegate.CreateDelegate(typeof(Func<TrailEvent, string?>), property.GetMethod!)));
            }
            else if (type == typeof(bool) || type == typeof(long) || type == typeof(DateTime))
            {
                found.Add(property.Name, new EventProperty(property.Name, trailEvent => property.GetValue(trailEvent)));
            }
        }

        found.Add(nameof(TrailEvent.Actor), new EventProperty(nameof(TrailEvent.Actor), static trailEvent => trailEvent.Actor.Name));
        found.Add(nameof(TrailEvent.Client), new EventProperty(nameof(TrailEvent.Client), static trailEvent => trailEvent.Client.Name));
        return found;
    }
}
