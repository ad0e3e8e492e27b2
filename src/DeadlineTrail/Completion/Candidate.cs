namespace DeadlineTrail.Completion;

/// <summary>Something a parameter may be given.</summary>
/// <param name="Text">The value, unquoted.</param>
/// <param name="ToolTip">One line that says what it means.</param>
internal readonly record struct Candidate(string Text, string ToolTip);
