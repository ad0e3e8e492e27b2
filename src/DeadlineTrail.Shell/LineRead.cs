namespace DeadlineTrail.Shell;

/// <summary>How the reading of a line ended.</summary>
internal enum LineKind
{
    Text,

    /// <summary>Ctrl+C.</summary>
    Cancelled,

    /// <summary>The end of a file, or Ctrl+D on an empty line.</summary>
    EndOfInput,
}

internal readonly record struct LineRead(LineKind Kind, string Text)
{
    public static LineRead Of(string? line) => line is null ? EndOfInput : new(LineKind.Text, line);

    public static LineRead Cancelled { get; } = new(LineKind.Cancelled, "");

    public static LineRead EndOfInput { get; } = new(LineKind.EndOfInput, "");
}
