using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace DeadlineTrail.Cmdlets;

/// <summary>Makes every error the module reports: an id, a category, the target, and a message that says what to do.</summary>
internal static class TrailErrors
{
    private const int LongestShown = 100;

    /// <summary>A literal operation name that the catalogue does not have.</summary>
    internal static ErrorRecord ActionNotFound(string name) => new(
        new ItemNotFoundException(
            $"The catalogue has no operation named '{Shown(name)}'. Search it with wildcards, as in 'Get-DeadlineTrailAction -Name *Job*'; "
            + "an operation that is newer than the catalogue, or of another service, is not in it."),
        "ActionNotFound",
        ErrorCategory.ObjectNotFound,
        name);

    /// <summary>Names may come out of a log, where anybody can have written them: control characters are shown, not sent to the terminal.</summary>
    private static string Shown(string text)
    {
        StringBuilder shown = new();
        for (int i = 0; i < text.Length && i < LongestShown; i++)
        {
            if (char.IsControl(text[i]) || char.GetUnicodeCategory(text[i]) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                shown.Append("\\u").Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                shown.Append(text[i]);
            }
        }

        return text.Length > LongestShown ? shown.Append("...").ToString() : shown.ToString();
    }
}
