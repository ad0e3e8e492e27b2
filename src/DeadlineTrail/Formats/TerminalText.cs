using System.Globalization;
using System.Text;

namespace DeadlineTrail.Formats;

/// <summary>
/// Text from a log, made fit to be shown. Whoever calls the API writes names, user agents and error messages; a terminal
/// obeys what is written in them, and a reader believes it. Control and format characters are shown, not sent.
/// </summary>
internal static class TerminalText
{
    /// <summary>The text as one line, with every character that is not plainly visible as <c>\u001b</c>.</summary>
    internal static string Safe(string? text)
    {
        if (text is null)
        {
            return string.Empty;
        }

        StringBuilder? shown = null;
        for (var at = 0; at < text.Length; at++)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (IsPlain(text, at, length))
            {
                shown?.Append(text, at, length);
            }
            else
            {
                shown ??= new StringBuilder(text, 0, at, text.Length + 16);
                for (var unit = at; unit < at + length; unit++)
                {
                    shown.Append("\\u").Append(((int)text[unit]).ToString("x4", CultureInfo.InvariantCulture));
                }
            }

            at += length - 1;
        }

        return shown?.ToString() ?? text;
    }

    /// <summary>The same, cut to a length.</summary>
    internal static string Safe(string? text, int longest)
    {
        var safe = Safe(text is not null && text.Length > longest + 1 ? text.Substring(0, longest + 1) : text);
        if (safe.Length <= longest)
        {
            return safe;
        }

        // Not between the halves of a pair: half a character is not plainly visible either.
        var kept = longest - 3;
        return safe.Substring(0, char.IsHighSurrogate(safe[kept - 1]) ? kept - 1 : kept) + "...";
    }

    // Format: bidirectional overrides and isolates, zero-width joiners, soft hyphens, tags. Control: C0, C1, delete.
    private static bool IsPlain(string text, int at, int length) => CharUnicodeInfo.GetUnicodeCategory(text, at) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && (length == 2 || !char.IsSurrogate(text[at]));
}
