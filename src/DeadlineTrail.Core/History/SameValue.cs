using System;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.History;

/// <summary>Whether two values of records are the same, and whether one has something hidden in it.</summary>
internal static class SameValue
{
    /// <summary>As JSON has it: the members of an object are in no order (RFC 8259, section 4), 100 and 100.0 are one number.</summary>
    internal static bool Of(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (RecordObject one, RecordObject other) => Same(one, other),
        (object?[] one, object?[] other) => Same(one, other),
        (string one, string other) => string.Equals(one, other, StringComparison.Ordinal),
        (bool one, bool other) => one == other,
        (long or decimal or BigInteger, long or decimal or BigInteger) => Number(left) == Number(right),
        _ => false,
    };

    /// <summary>Whether a value is hidden or holds something hidden.</summary>
    internal static bool HoldsHidden(object? value)
    {
        switch (value)
        {
            case string text:
                return IsHidden(text);
            case RecordObject record:
                foreach (DictionaryEntry member in record)
                {
                    if (HoldsHidden(member.Value))
                    {
                        return true;
                    }
                }

                return false;
            case object?[] items:
                return Array.Exists(items, HoldsHidden);
            default:
                return false;
        }
    }

    /// <summary>Whether a text is the one CloudTrail writes in the place of a sensitive value.</summary>
    internal static bool IsHidden(string text) => HiddenValue.Is(Encoding.UTF8.GetBytes(text));

    private static bool Same(RecordObject one, RecordObject other)
    {
        if (one.Count != other.Count)
        {
            return false;
        }

        foreach (DictionaryEntry member in one)
        {
            if (!other.Contains(member.Key) || !Of(member.Value, other[member.Key]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(object?[] one, object?[] other)
    {
        for (var at = 0; at < one.Length; at++)
        {
            if (at >= other.Length || !Of(one[at], other[at]))
            {
                return false;
            }
        }

        return one.Length == other.Length;
    }

    private static string Number(object value)
    {
        var text = string.Format(CultureInfo.InvariantCulture, "{0}", value);
        return text.IndexOf('.') < 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }
}
