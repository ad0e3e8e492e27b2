using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using DeadlineTrail.Cmdlets;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Formats;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>Parameters as text: patterns, lengths of time, accounts; and text on its way to the terminal.</summary>
internal sealed class TextTarget : FuzzTarget
{
    private static readonly DurationAttribute Duration = new();
    private static readonly AccountIdAttribute Account = new();

    internal override string Name => "text";

    internal override string About => "filters for text, lengths of time, account numbers, and text made fit for a terminal";

    internal override IEnumerable<byte[]> Seeds => Utf8(["Update*\nUpdateQueue", "[a-z]?*\nb1", "90d\n", "1.5h\n", "7.00:00:00\n", "111122223333\n", "12\n", "\u001b[31mred\u202e\n\u0007", "[\n["]);

    internal override IEnumerable<string> Words => ["\u001b]8;;", "\u009b", "\u202e", "\u2066", "[^a]", "`*", "79228162514264337593543950335", "00:00:01"];

    internal override void Run(byte[] input)
    {
        // Parameters may be half a surrogate pair; UTF-8 is not.
        var text = Text(input).Replace("\uFFFD", "\ud800", StringComparison.Ordinal);
        var lines = text.Split('\n', 2);
        HoldFilter(lines[0], lines.Length > 1 ? lines[1] : string.Empty);
        HoldShown(TerminalText.Safe(text));
        var cut = TerminalText.Safe(text, 40);
        HoldShown(cut);
        FindingException.Unless(cut.Length <= 40, "what was cut is longer than that");

        if (Transform(Duration, lines[0]) is { } duration)
        {
            FindingException.Unless((TimeSpan)duration > TimeSpan.Zero, "a length of time that is none");
        }

        if (Transform(Account, lines[0]) is string[] accounts)
        {
            FindingException.Unless(accounts is [{ Length: 12 }], "an account without twelve digits");
        }
    }

    private static void HoldFilter(string pattern, string value)
    {
        var name = new NamePattern(pattern);
        var filter = new TextFilter([pattern], static text => new NamePattern(text).IsMatch);
        _ = name.IsMatch(value);
        FindingException.Unless(filter.Matches(value) || !string.Equals(pattern, value, StringComparison.OrdinalIgnoreCase) || TextFilter.HasWildcard(pattern), "a text without wildcards does not match itself");
        FindingException.Unless(!filter.MatchesAll || filter.Matches(value), "* does not match all");
    }

    private static void HoldShown(string shown)
    {
        for (var at = 0; at < shown.Length; at++)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(shown, at);
            var isPair = char.IsSurrogatePair(shown, at);
            FindingException.Unless(
                (isPair || !char.IsSurrogate(shown[at]))
                && category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
                $"U+{(int)shown[at]:X4} is sent to the terminal");
            at += isPair ? 1 : 0;
        }
    }

    private static object? Transform(ArgumentTransformationAttribute attribute, string text)
    {
        try
        {
            return attribute.Transform(null!, text);
        }
        catch (ArgumentTransformationMetadataException refused)
        {
            FindingException.Unless(refused.Message.Length > 0, "refused without a reason");
            return null;
        }
    }
}
