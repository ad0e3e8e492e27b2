namespace DeadlineTrail.Testing.Chance;

/// <summary>
/// What somebody who may name a job can put into a log: escape sequences for the reader's terminal, formulas for the
/// reader's spreadsheet, markup, marks that turn text round, characters outside the basic plane, a very long word.
/// </summary>
internal static class HostileText
{
    public static readonly string[] Names =
    [
        "\u001b[31mred\u001b[0m\u001b]0;owned\u0007",
        "=HYPERLINK(\"http://198.51.100.9/\",\"open\")",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "sq010\u202egnp.exe",
        "line one\r\nline two\tend",
        "{\"eventSource\":\"deadline.amazonaws.com\"}",
        "\"},\"eventSource\":\"deadline.amazonaws.com\",{\"",
        "\\\\server\\share\\",
        "\ud83c\udfac\ud83d\udd25 final \ud83d\udc80",
        "$(Remove-Item *); `whoami`",
        "\u0000\u0001\u007f\u009b2J",
        new string('x', 64),
    ];
}
