using System;

namespace DeadlineTrail.Parsing;

/// <content>
/// What the parser lets pass: bytes between quotes that are not UTF-8, and escapes that are half a character. They are shown
/// as U+FFFD and are no reason to withhold a record; whoever must know that a log is whole is told.
/// </content>
internal sealed partial class LogReader
{
    /// <summary>Tells of flaws in an element of a length at the start of the view, known to be valid JSON.</summary>
    private void CheckText(int length, in ParsedElement parsed)
    {
        if (!_strict)
        {
            return;
        }

        var element = _window.View.Slice(0, length);
        if (!TellFlaw(element, $"record {_elements}") && parsed.Kind == ElementKind.Record && !element.Overlaps(parsed.Json)
            && Flaw(parsed.Json, out var reason) is var at && at >= 0)
        {
            // The text in an envelope, of which only the envelope has an offset in the file.
            Damaged(0, $"at byte {at} of the text in record {_elements}: {reason}");
        }
    }

    /// <summary>Tells of flaws in what stands around lists of elements, from the start of the view on.</summary>
    private void CheckEnvelope(int length)
    {
        if (_strict)
        {
            TellFlaw(_window.View.Slice(0, length), "the object around the records");
        }
    }

    private bool TellFlaw(ReadOnlySpan<byte> json, string where)
    {
        var at = Flaw(json, out var reason);
        if (at >= 0)
        {
            Damaged(at, $"in {where}: {reason}");
        }

        return at >= 0;
    }

    private static int Flaw(ReadOnlySpan<byte> json, out string reason)
    {
        var bytes = Utf8Flaw.Find(json);
        var escape = SurrogateFlaw.Find(bytes < 0 ? json : json.Slice(0, bytes));
        reason = escape >= 0 ? "an escape that is half a surrogate pair" : "bytes that are not UTF-8";
        return escape >= 0 ? escape : bytes;
    }
}
