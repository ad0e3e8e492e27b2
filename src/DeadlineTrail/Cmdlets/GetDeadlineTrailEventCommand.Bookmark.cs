using System;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Opening;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Bookmarks;

namespace DeadlineTrail.Cmdlets;

/// <content>With a bookmark, each run gives the events that no run before it gave.</content>
public sealed partial class GetDeadlineTrailEventCommand
{
    private bool? _mayWrite;

    /// <summary>Gets or sets the file that keeps what was given already. It is made by the first run.</summary>
    [Parameter(ParameterSetName = EventHistorySet)]
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [ValidateNotNullOrEmpty]
    public string? BookmarkPath { get; set; }

    /// <summary>Gets or sets whether the run counts only when Complete-DeadlineTrailBookmark says so.</summary>
    [Parameter(ParameterSetName = EventHistorySet)]
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    public SwitchParameter DeferBookmark { get; set; }

    /// <summary>
    /// Whatever is wrong with this run, a script may go on and complete the bookmark: with what an earlier run deferred, which
    /// nobody saved, it must not succeed. So that is withdrawn before anything can be refused, and before AWS is asked.
    /// </summary>
    private void WithdrawDeferred()
    {
        if (BookmarkPath is null)
        {
            return;
        }

        try
        {
            var file = new BookmarkFile(BookmarkPaths.Resolve(this, BookmarkPath));
            if (file.HasPending && MayWrite(file))
            {
                file.Lock().Dispose();
            }
        }
        catch (BookmarkException problem)
        {
            ThrowTerminatingError(TrailErrors.Bookmark(problem));
        }
    }

    /// <summary>Asked once, however often something is written.</summary>
    private bool MayWrite(BookmarkFile file) => _mayWrite ??= ShouldProcess(file.Path, DeferBookmark ? "Write deferred bookmark" : "Write bookmark");

    /// <summary>Refuses what would mark events as given that were not.</summary>
    private void CheckBookmark()
    {
        if (BookmarkPath is null)
        {
            if (DeferBookmark)
            {
                ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(DeferBookmark), true, "-DeferBookmark is about a bookmark: give its file with -BookmarkPath."));
            }

            return;
        }

        if (EndTime is not null)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(EndTime), EndTime, "With -BookmarkPath each run reads up to now, so -EndTime cannot be given: what lies behind it would count as given."));
        }

        if (MaxEvents < long.MaxValue && !Oldest)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(MaxEvents), MaxEvents, "With -BookmarkPath, -MaxEvents goes with -Oldest only: the newest few would pass over all that is older."));
        }

        if (IncludeDuplicate)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(IncludeDuplicate), true, "A bookmark is there to give every event once, so -IncludeDuplicate cannot be given with -BookmarkPath."));
        }
    }

    private void AnswerBehindBookmark(SourceSpecification place, TrailQuery query)
    {
        try
        {
            var file = new BookmarkFile(BookmarkPaths.Resolve(this, BookmarkPath!));
            using var held = MayWrite(file) ? file.Lock() : null;
            using var opened = Open(place, Settings, Reach(query), (source, regions) => BookmarkRun.Begin(file, held, source, query, DateTime.UtcNow, regions));
            if (opened.Bookmark is not { } run)
            {
                return;
            }

            WarnOfGaps(opened, query);

            // Whatever ends this early, Ctrl+C or somebody who has enough, leaves the bookmark as it was.
            Write(run.Read(opened.Source, Output, Cancellation));
            Cancellation.ThrowIfCancellationRequested();
            run.Commit(DeferBookmark);
        }
        catch (BookmarkException problem)
        {
            ThrowTerminatingError(TrailErrors.Bookmark(problem));
        }
    }
}
