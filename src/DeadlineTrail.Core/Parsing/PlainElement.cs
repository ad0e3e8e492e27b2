using System;

namespace DeadlineTrail.Parsing;

/// <summary>
/// An element that is plainly a valid JSON object: where its members begin, told in half the time a full parser needs. Of
/// whatever is flawed, or merely unusual, it says nothing: then the full parser is asked, which also knows what the flaw is.
/// </summary>
internal ref partial struct PlainElement
{
    /// <summary>Walks an element to its end.</summary>
    /// <param name="json">The element, from its opening brace to its closing one.</param>
    /// <param name="starts">Receives, for each <see cref="RecordField"/> that it has, the offset of its value. Only complete when
    /// this succeeds.</param>
    /// <returns>Whether every byte of it is as JSON should be; false when that would take a closer look.</returns>
    internal static partial bool TryWalk(ReadOnlySpan<byte> json, Span<int> starts);
}
