namespace DeadlineTrail.Parsing;

/// <summary>What a <see cref="LogReader"/> tells of a log, in the order in which it stands there.</summary>
internal interface ILogVisitor
{
    /// <summary>A record. It lives as long as the call.</summary>
    /// <param name="record">The record.</param>
    /// <param name="place">Where it stands.</param>
    void Record(in ParsedElement record, in RecordPlace place);

    /// <summary>An element that is not an event.</summary>
    /// <param name="what">What it is instead.</param>
    void NotAnEvent(string what);

    /// <summary>Something is not as it should be; what is intact before and behind it still comes.</summary>
    /// <param name="damage">Where and why.</param>
    void Damage(LogDamage damage);
}

/// <summary>Where a record stands in its log.</summary>
/// <param name="Number">The element's number, counted from 1.</param>
/// <param name="Position">The byte offset in the inflated text.</param>
/// <param name="Recovered">Whether it was found by searching on behind damage, not by its place in the list.</param>
internal readonly record struct RecordPlace(long Number, long Position, bool Recovered);

/// <summary>Damage in a log.</summary>
/// <param name="Position">The byte offset in the inflated text at which it was noticed.</param>
/// <param name="Reason">Why, as the end of the sentence "at byte n: ...".</param>
internal sealed record LogDamage(long Position, string Reason);
