using System;
using System.Management.Automation.Internal;

namespace DeadlineTrail.Shell;

/// <summary>How many columns of a terminal a text takes.</summary>
internal static class CellWidth
{
    public static int Of(string text) => Of(text.AsSpan());

    /// <summary>Escape sequences take none.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        if (text.Contains('\x1b'))
        {
            text = new StringDecorated(text.ToString()).ToString(System.Management.Automation.OutputRendering.PlainText);
        }

        var cells = 0;
        foreach (var character in text)
        {
            cells += Of(character);
        }

        return cells;
    }

    /// <summary>
    /// Two for the wide and full-width blocks of the Unicode East Asian Width table, as pwsh counts them:
    /// https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt. A surrogate pair, half by half, is two.
    /// </summary>
    public static int Of(char character) => character switch
    {
        < '\u1100' => 1,
        <= '\u115f' => 2,
        '\u2329' or '\u232a' => 2,
        '\u303f' => 1,
        >= '\u2e80' and <= '\ua4cf' => 2,
        >= '\uac00' and <= '\ud7a3' => 2,
        >= '\uf900' and <= '\ufaff' => 2,
        >= '\ufe10' and <= '\ufe19' => 2,
        >= '\ufe30' and <= '\ufe6f' => 2,
        >= '\uff00' and <= '\uff60' => 2,
        >= '\uffe0' and <= '\uffe6' => 2,
        _ => 1,
    };
}
