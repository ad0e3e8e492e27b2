using System;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>Where and why a text is not JSON, in words for people who have to find the place.</summary>
internal static class JsonDamage
{
    /// <summary>Gives the byte offset of the damage: System.Text.Json counts lines, and bytes in a line.</summary>
    internal static int Position(ReadOnlySpan<byte> json, JsonException damage)
    {
        var at = 0;
        for (var line = 0L; line < (damage.LineNumber ?? 0); line++)
        {
            var next = json.Slice(at).IndexOf((byte)'\n');
            if (next < 0)
            {
                break;
            }

            at += next + 1;
        }

        return (int)Math.Min(json.Length, at + (damage.BytePositionInLine ?? 0));
    }

    /// <summary>Gives the reason without the position, which counts from somewhere a user cannot see.</summary>
    internal static string Reason(JsonException damage)
    {
        var message = damage.Message;
        var position = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return position < 0 ? message : message.Substring(0, position);
    }
}
