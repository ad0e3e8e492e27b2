using System;
using System.Management.Automation;
using DeadlineTrail.Formats;
using DeadlineTrail.Sources.Bookmarks;

namespace DeadlineTrail.Cmdlets;

/// <content>What can be wrong with a bookmark.</content>
internal static partial class TrailErrors
{
    /// <summary>A bookmark that cannot be used.</summary>
    internal static ErrorRecord Bookmark(BookmarkException problem) => Make(
        new TrailReadException(TerminalText.Safe(problem.Message), problem.InnerException),
        problem.Problem switch
        {
            BookmarkProblem.Busy => "BookmarkBusy",
            BookmarkProblem.Damaged => "BookmarkDamaged",
            BookmarkProblem.TooNew => "BookmarkTooNew",
            BookmarkProblem.Foreign => "BookmarkDiffers",
            BookmarkProblem.ClockBehind => "BookmarkClockBehind",
            BookmarkProblem.Full => "BookmarkFull",
            BookmarkProblem.NothingPending => "BookmarkNotPending",
            BookmarkProblem.Outdated => "BookmarkOutdated",
            _ => "BookmarkInaccessible",
        },
        problem.Problem switch
        {
            BookmarkProblem.Busy => ErrorCategory.ResourceBusy,
            BookmarkProblem.Damaged or BookmarkProblem.TooNew => ErrorCategory.InvalidData,
            BookmarkProblem.Foreign => ErrorCategory.InvalidArgument,
            BookmarkProblem.Full => ErrorCategory.LimitsExceeded,
            BookmarkProblem.NothingPending => ErrorCategory.ObjectNotFound,
            BookmarkProblem.ClockBehind or BookmarkProblem.Outdated => ErrorCategory.InvalidOperation,
            _ => problem.InnerException is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.OpenError,
        },
        problem.Path);

    /// <summary>A bookmark's path that is not on a file system.</summary>
    internal static ErrorRecord BookmarkNotAFile(string path, string provider) => Make(
        new PSInvalidOperationException($"\"{TerminalText.Safe(path)}\" is a path of the provider {provider}; a bookmark is a file. Give a path on the file system."),
        "PathNotFileSystem",
        ErrorCategory.InvalidArgument,
        path);
}
