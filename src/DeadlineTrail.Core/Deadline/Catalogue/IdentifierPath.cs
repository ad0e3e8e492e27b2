namespace DeadlineTrail.Deadline;

/// <summary>A place of identifiers as <see cref="TrailAction.RequestIdentifiers"/> writes it.</summary>
internal static class IdentifierPath
{
    private static readonly char[] s_marks = ['[', '{'];

    /// <summary>
    /// The name a reader of the record looks for: <c>jobId</c> of <c>jobs[].jobId</c>, <c>queueIds</c> of <c>queueIds[]</c>,
    /// <c>assignedSessions</c> of <c>assignedSessions{key}</c>.
    /// </summary>
    internal static string Name(string path)
    {
        string last = path.Substring(path.LastIndexOf('.') + 1);
        int mark = last.IndexOfAny(s_marks);
        return mark < 0 ? last : last.Substring(0, mark);
    }
}
