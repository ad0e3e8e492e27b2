using System;

namespace DeadlineTrail.Measuring;

/// <summary>A bar of text.</summary>
internal static class Bar
{
    // U+2588 full block down to U+258F, left one eighth block.
    private const char FullBlock = '\u2588';

    /// <summary>Draws it: in eighths of a character where the terminal shows block characters, else of <c>#</c>. What is
    /// more than nothing shows something.</summary>
    /// <param name="share">How much, 0 to 1.</param>
    /// <param name="width">How many characters 1 is.</param>
    /// <param name="blocks">Whether block characters can be shown.</param>
    internal static string Of(double share, int width, bool blocks)
    {
        var steps = blocks ? 8 : 1;
        var length = (int)Math.Round(Math.Max(0, Math.Min(1, share)) * width * steps);
        if (length == 0)
        {
            length = share > 0 ? 1 : 0;
        }

        return !blocks
            ? new string('#', length)
            : new string(FullBlock, length / 8) + (length % 8 == 0 ? string.Empty : ((char)(FullBlock + 8 - (length % 8))).ToString());
    }
}
