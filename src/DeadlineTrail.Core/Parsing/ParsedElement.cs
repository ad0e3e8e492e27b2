using System;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>What an element of a log turned out to be.</summary>
internal enum ElementKind
{
    /// <summary>A CloudTrail record.</summary>
    Record,

    /// <summary>Something that is not a CloudTrail event: passed over and counted.</summary>
    NotAnEvent,

    /// <summary>An envelope around a list of elements.</summary>
    Container,

    /// <summary>Not JSON, or a record that lacks what makes it one.</summary>
    Damaged,
}

/// <summary>An element of a log, parsed. It lives as long as the bytes it was parsed from.</summary>
internal readonly ref struct ParsedElement
{
    private ParsedElement(ElementKind kind, ReadOnlySpan<byte> json, ReadOnlySpan<int> starts, long eventTicks, string? text, int damageAt)
    {
        Kind = kind;
        Json = json;
        Starts = starts;
        EventTicks = eventTicks;
        Text = text;
        DamageAt = damageAt;
    }

    /// <summary>Gets what it is.</summary>
    internal ElementKind Kind { get; }

    /// <summary>Gets the exact text of the record.</summary>
    internal ReadOnlySpan<byte> Json { get; }

    /// <summary>Gets, for each <see cref="RecordField"/>, the offset of its value in <see cref="Json"/>; 0 where it is absent.</summary>
    internal ReadOnlySpan<int> Starts { get; }

    /// <summary>Gets the ticks of the record's event time in UTC.</summary>
    internal long EventTicks { get; }

    /// <summary>Gets what it is instead of an event, or why it is damaged.</summary>
    internal string? Text { get; }

    /// <summary>Gets the offset in the element at which it is damaged.</summary>
    internal int DamageAt { get; }

    /// <summary>Whether a field of a record is a text of that value.</summary>
    internal bool Is(RecordField field, ReadOnlySpan<byte> value)
    {
        var start = Starts[(int)field];
        if (start == 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(Json.Slice(start), isFinalBlock: false, default);
        return reader.Read() && reader.TokenType == JsonTokenType.String && JsonTextBytes.Of(ref reader).SequenceEqual(value);
    }

    internal static ParsedElement Record(ReadOnlySpan<byte> json, ReadOnlySpan<int> starts, long eventTicks) =>
        new(ElementKind.Record, json, starts, eventTicks, null, 0);

    internal static ParsedElement NotAnEvent(string what) => new(ElementKind.NotAnEvent, default, default, 0, what, 0);

    internal static ParsedElement Container() => new(ElementKind.Container, default, default, 0, null, 0);

    internal static ParsedElement Damaged(int at, string reason) => new(ElementKind.Damaged, default, default, 0, reason, at);
}
