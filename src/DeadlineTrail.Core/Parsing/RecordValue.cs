using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>Makes of a JSON value in a record what PowerShell can go on with.</summary>
internal static class RecordValue
{
    // To read a number of a million digits takes the time of its square.
    private const int LongestNumber = 400;

    /// <summary>Reads the value that begins at an offset of a record; null for JSON's null.</summary>
    /// <param name="record">The record's exact text, known to be valid JSON.</param>
    /// <param name="start">The offset.</param>
    internal static object? Read(byte[] record, int start)
    {
        var reader = new Utf8JsonReader(record.AsSpan(start), isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ElementParser.MaxDepth }));
        reader.Read();
        return Read(record, start, ref reader);
    }

    private static object? Read(byte[] record, int start, ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(record, start, ref reader),
        JsonTokenType.StartArray => ReadArray(record, start, ref reader),
        JsonTokenType.String => JsonText.Decode(ref reader),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    private static RecordObject ReadObject(byte[] record, int start, ref Utf8JsonReader reader)
    {
        var from = start + (int)reader.TokenStartIndex;
        var members = new List<KeyValuePair<string, object?>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Decode(ref reader);
            reader.Read();
            var member = new KeyValuePair<string, object?>(name, Read(record, start, ref reader));

            // Of a name that comes twice the last counts, as for jq, Python and ConvertFrom-Json.
            if (places.TryGetValue(name, out var earlier))
            {
                members[earlier] = member;
            }
            else
            {
                places.Add(name, members.Count);
                members.Add(member);
            }
        }

        return new RecordObject(record, from, start + (int)reader.BytesConsumed - from, members, places);
    }

    private static object?[] ReadArray(byte[] record, int start, ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(record, start, ref reader));
        }

        return items.ToArray();
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
        {
            return whole;
        }

        var text = Encoding.ASCII.GetString(reader.ValueSpan.ToArray());
        if (text.Length > LongestNumber)
        {
            return text;
        }

        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
        {
            return large;
        }

        // A decimal holds 28 digits; one that was rounded does not come back to the same digits.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Digits(text) == Digits(number.ToString(CultureInfo.InvariantCulture))
            ? number
            : text;
    }

    private static string Digits(string number)
    {
        var digits = new StringBuilder();
        foreach (var character in number)
        {
            if (character is 'e' or 'E')
            {
                break;
            }

            if (character is >= '1' and <= '9' || (character == '0' && digits.Length > 0))
            {
                digits.Append(character);
            }
        }

        return digits.ToString().TrimEnd('0');
    }
}
