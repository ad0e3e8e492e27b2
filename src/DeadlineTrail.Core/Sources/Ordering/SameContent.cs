using System;
using System.Text.Json;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Sources.Ordering;

/// <summary>Whether two records say the same, however they are spaced and escaped.</summary>
internal static class SameContent
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = ElementParser.MaxDepth };

    /// <summary>Compares token by token.</summary>
    internal static bool Of(TrailEvent one, TrailEvent other)
    {
        if (one.Bytes.SequenceEqual(other.Bytes))
        {
            return true;
        }

        var left = new Utf8JsonReader(one.Bytes, Options);
        var right = new Utf8JsonReader(other.Bytes, Options);
        while (left.Read())
        {
            if (!right.Read() || left.TokenType != right.TokenType || !SameText(ref left, ref right))
            {
                return false;
            }
        }

        return !right.Read();
    }

    private static bool SameText(ref Utf8JsonReader left, ref Utf8JsonReader right) =>
        left.ValueSpan.SequenceEqual(right.ValueSpan)
        || ((left.ValueIsEscaped || right.ValueIsEscaped) && JsonText.Decode(ref left) == JsonText.Decode(ref right));
}
