using System.Management.Automation;
using DeadlineTrail.Sources.Bookmarks;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Makes a deferred run of Get-DeadlineTrailEvent count, after its events were put away safely.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Complete, "DeadlineTrailBookmark", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class CompleteDeadlineTrailBookmarkCommand : TrailCommand
{
    /// <summary>Gets or sets the bookmark, as it was given to Get-DeadlineTrailEvent. It is never a pattern.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("BookmarkPath", "LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            var file = new BookmarkFile(BookmarkPaths.Resolve(this, Path));
            if (ShouldProcess(file.Path, "Complete bookmark"))
            {
                file.Complete();
            }
        }
        catch (BookmarkException problem)
        {
            Output.Error(TrailErrors.Bookmark(problem));
        }
    }
}
