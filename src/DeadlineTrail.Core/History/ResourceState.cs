using System;
using System.Collections.Generic;

namespace DeadlineTrail.History;

/// <summary>What the calls so far say of one resource.</summary>
internal sealed class ResourceState
{
    private readonly Dictionary<string, (string Field, FieldValue Value)> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wholeSets = new(StringComparer.Ordinal);

    /// <summary>What is known of a field, or of an element of a set.</summary>
    internal FieldValue this[FieldSetting setting] => _values.TryGetValue(setting.Label, out var found)
        ? found.Value
        : setting.Element is not null && _wholeSets.Contains(setting.Name) ? FieldValue.None : FieldValue.Unknown;

    /// <summary>What is known of the elements of a set, one by one.</summary>
    internal IEnumerable<FieldValue> Elements(string field) => Labels(field).ConvertAll(label => _values[label].Value);

    /// <summary>Begins anew with a resource that was made just now. What its maker did not say is unknown all the same: the
    /// service set it.</summary>
    internal void Begin(IEnumerable<string> wholeSets)
    {
        _values.Clear();
        _wholeSets.Clear();
        _wholeSets.UnionWith(wholeSets);
    }

    /// <summary>Takes a setting over.</summary>
    internal void Set(FieldSetting setting, FieldValue value)
    {
        switch (setting.Kind)
        {
            case SettingKind.Anything:
                _values.Clear();
                _wholeSets.Clear();
                break;

            case SettingKind.WholeSet:
                _wholeSets.Remove(setting.Name);
                foreach (var label in Labels(setting.Name))
                {
                    _values.Remove(label);
                }

                break;

            default:
                _values[setting.Label] = (setting.Name, value);
                break;
        }
    }

    private List<string> Labels(string field)
    {
        var labels = new List<string>();
        foreach (var value in _values)
        {
            if (value.Value.Field == field)
            {
                labels.Add(value.Key);
            }
        }

        return labels;
    }
}
