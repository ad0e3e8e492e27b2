using System;
using System.Diagnostics.CodeAnalysis;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>Why a bookmark cannot be used.</summary>
internal enum BookmarkProblem
{
    /// <summary>Another run holds it.</summary>
    Busy,

    /// <summary>The file is not a bookmark, or not all of one.</summary>
    Damaged,

    /// <summary>The file was written by a later version of this module.</summary>
    TooNew,

    /// <summary>It is of another source, or of other filters.</summary>
    Foreign,

    /// <summary>The clock of this machine is behind what was read already.</summary>
    ClockBehind,

    /// <summary>More events would have to be remembered than a bookmark holds.</summary>
    Full,

    /// <summary>There is no deferred run to complete.</summary>
    NothingPending,

    /// <summary>The deferred run does not continue what the bookmark says.</summary>
    Outdated,

    /// <summary>The file, or one beside it, cannot be read or written.</summary>
    Inaccessible,
}

/// <summary>A bookmark cannot be used. The message is for the user: what is wrong, and what to do.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made in one way only, inside this module.")]
[SuppressMessage("Design", "CA1064", Justification = "Users see the error record that is made of it.")]
internal sealed class BookmarkException(BookmarkProblem problem, string path, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Gets why.</summary>
    internal BookmarkProblem Problem { get; } = problem;

    /// <summary>Gets the bookmark's file.</summary>
    internal string Path { get; } = path;
}
