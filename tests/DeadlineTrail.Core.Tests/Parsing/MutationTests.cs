using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>
/// Tens of thousands of damaged logs. Whatever is done to a log in one place: the reading ends, at a cost in proportion to
/// its size; every record before and behind that place comes out; nothing comes out that was no record; and the damage is
/// told, unless the log is valid all the same.
/// </summary>
public class MutationTests
{
    /// <summary>How often each byte may be looked at: to scan, parse, place and search it, and the same behind damage.</summary>
    private const int MostLooks = 12;

    public static TheoryData<LogShape> Shapes => [.. Enum.GetValues<LogShape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_log_cut_at_any_byte_gives_the_records_before_the_cut(LogShape shape)
    {
        for (var seed = 0; seed < 1; seed++)
        {
            var log = GeneratedLog.Make(shape, seed, 3);
            Survives(log, Mutation.Cuts(log.Bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_log_damaged_at_any_byte_gives_every_intact_record(LogShape shape)
    {
        for (var seed = 0; seed < 1; seed++)
        {
            var log = GeneratedLog.Make(shape, seed + 10, 4);
            Survives(log, Mutation.AtEachByte(log.Bytes, seed));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_log_with_a_range_damaged_gives_every_intact_record(LogShape shape)
    {
        for (var seed = 0; seed < 2; seed++)
        {
            var log = GeneratedLog.Make(shape, seed + 20, 5);
            Survives(log, Mutation.Ranges(log.Bytes, seed, 30));
        }
    }

    private static void Survives(GeneratedLog log, IEnumerable<Mutation> mutations)
    {
        var originals = OracleReader.Read(log.Bytes)!;
        Assert.Equal(log.Elements.Count, originals.Count);
        foreach (var mutation in mutations)
        {
            foreach (var needle in new[] { false, true })
            {
                var reading = LogReading.Of(mutation.Bytes, needle);
                if (Problem(log, originals, mutation, reading, needle) is { } problem)
                {
                    var text = mutation.Bytes.AsSpan(Math.Min(mutation.Bytes.Length, Math.Max(0, mutation.From - 200)));
                    Assert.Fail($"{mutation.What}{(needle ? ", with a needle" : string.Empty)}: {problem}\n{reading}\n"
                        + $"elements: {string.Join(" ", log.Elements.Select(e => $"{e.Id}:{e.Start}-{e.End}"))}\n"
                        + Encoding.UTF8.GetString(text[..Math.Min(600, text.Length)]));
                }
            }
        }
    }

    private static string? Problem(GeneratedLog log, List<OracleRecord> originals, Mutation mutation, LogReading reading, bool needle)
    {
        if (reading.Examined > (MostLooks * (long)mutation.Bytes.Length) + 4096)
        {
            return $"{reading.Examined} bytes were looked at, of {mutation.Bytes.Length}";
        }

        try
        {
            return OracleReader.Read(mutation.Bytes) is { } valid
                ? Disagreement(valid, reading, needle)
                : Loss(log, originals, mutation, reading, needle) ?? (mutation.MayShift ? null : Gain(log, originals, mutation, reading));
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static string? Disagreement(List<OracleRecord> oracle, LogReading reading, bool needle)
    {
        var expected = oracle.Where(record => !needle || record.Source == LogReading.Deadline).Select(record => record.Raw);
        var actual = (needle ? reading.DeadlineRecords : reading.Records).Select(record => record.Raw);
        return !expected.SequenceEqual(actual) ? "it is valid, and not read as the oracle reads it"
            : reading.Damages.Count > 0 ? "it is valid, and damage is told" : null;
    }

    private static string? Loss(GeneratedLog log, List<OracleRecord> originals, Mutation mutation, LogReading reading, bool needle)
    {
        if (reading.Damages.Count == 0 && !needle)
        {
            return "no damage is told";
        }

        var known = EndOfTouched(log, mutation);
        var read = reading.Records.Select(record => record.Raw).ToHashSet();
        for (var element = 0; element < originals.Count; element++)
        {
            var isSought = !needle || originals[element].Source == LogReading.Deadline;
            if (isSought && IsIntact(log, element, mutation, known) && !read.Contains(originals[element].Raw))
            {
                return $"{log.Elements[element].Id} is intact and did not come out";
            }
        }

        return null;
    }

    /// <summary>Whether an element is as it was, and stands in its list as it did.</summary>
    private static bool IsIntact(GeneratedLog log, int element, Mutation mutation, int known)
    {
        var (start, end, _) = log.Elements[element];
        if (mutation.From >= end)
        {
            // With members put right behind it, it may as well be a record that was closed too early.
            return !mutation.MayShift || mutation.From - end > 40;
        }

        // The bracket that opens the list is part of standing in it.
        var before = log.Bytes.AsSpan(0, start).LastIndexOfAnyExcept(" \r\n"u8);
        var now = start + mutation.Bytes.Length - log.Bytes.Length;
        return mutation.To <= start && now >= known && !(before >= mutation.From && before < mutation.To && log.Bytes[before] == '[');
    }

    /// <summary>
    /// Up to where everything belongs to the element that was touched, because it is JSON so far, records in a list inside it
    /// among it: nobody can tell that they once stood elsewhere. Nor can anybody, up to the end of the text, where what was
    /// done between the elements opened an object, or hit an array of logs.
    /// </summary>
    private static int EndOfTouched(GeneratedLog log, Mutation mutation)
    {
        var touched = log.Elements.FirstOrDefault(span => span.Start < mutation.From && mutation.From < span.End);
        if (log.Shape == LogShape.ArrayOfLogFiles && (touched is null || mutation.MayShift))
        {
            return int.MaxValue;
        }

        if (touched is null)
        {
            return mutation.MayShift ? int.MaxValue : 0;
        }

        var reader = new Utf8JsonReader(mutation.Bytes.AsSpan(touched.Start), false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1000 }));
        var token = 0;
        try
        {
            while (reader.Read())
            {
                token = (int)reader.TokenStartIndex;
                if (token > 0 && reader.CurrentDepth == 0)
                {
                    return touched.Start + (int)reader.BytesConsumed;
                }
            }
        }
        catch (JsonException)
        {
            return touched.Start + token;
        }

        return int.MaxValue;
    }

    private static string? Gain(GeneratedLog log, List<OracleRecord> originals, Mutation mutation, LogReading reading) =>
        reading.Records.Select(record => record.Raw).FirstOrDefault(raw => !IsWhole(raw, log, originals, mutation)) is { } stranger
            ? $"{stranger} was no record, or not as it is"
            : null;

    /// <summary>
    /// Whether a record that came out of a log that is not valid is one of those that were there. Two more may look so, and
    /// nothing in the text tells: one that lost its beginning to a brace, and one that lost nothing but the end of its last
    /// value. And where more than one was touched, the head of one and the tail of another may have become a whole.
    /// </summary>
    private static bool IsWhole(string raw, GeneratedLog log, List<OracleRecord> originals, Mutation mutation) =>
        originals.Any(original => WithoutBlanks(original.Raw) == WithoutBlanks(raw) || IsHead(raw, original.Raw))
        || log.Elements.Any(span => span.Start < mutation.From && mutation.From < span.End && IsHead(raw, Encoding.UTF8.GetString(Now(span, log, mutation))))
        || (Braces(mutation.Bytes) > Braces(log.Bytes) && originals.Any(original => original.Raw.EndsWith(raw[1..], StringComparison.Ordinal)))
        || (log.Shape is LogShape.EventBridgeArray or LogShape.EventBridgeLines && raw.StartsWith("{\"version\"", StringComparison.Ordinal))
        || log.Elements.Count(span => span.Start < mutation.To && span.End > mutation.From) > 1;

    private static bool IsHead(string raw, string original)
    {
        if (raw.Length > original.Length || !original.StartsWith(raw[..^1], StringComparison.Ordinal))
        {
            return false;
        }

        var lost = original[(raw.Length - 1)..];
        var colon = lost.IndexOf("\":", StringComparison.Ordinal);
        var quote = colon < 1 ? -1 : lost.LastIndexOf('"', colon - 1);

        // A member that came twice is taken for the next record's, and one behind other text is not seen.
        return quote < 0 || raw.Contains(lost[quote..(colon + 1)], StringComparison.Ordinal) || lost[1] != ',';
    }

    private static ReadOnlySpan<byte> Now(ElementSpan touched, GeneratedLog log, Mutation mutation) =>
        mutation.Bytes.AsSpan(touched.Start)[..Math.Max(0, touched.End - touched.Start + mutation.Bytes.Length - log.Bytes.Length)];

    private static int Braces(byte[] text) => text.Count(character => character == '{');

    private static string WithoutBlanks(string json) =>
        json.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\t", string.Empty, StringComparison.Ordinal);
}
