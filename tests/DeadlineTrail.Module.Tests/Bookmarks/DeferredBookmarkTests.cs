using System;
using System.IO;
using System.Linq;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>A run that counts only when its caller says so: what completes it, and what takes it back.</summary>
public sealed class DeferredBookmarkTests : BookmarkedBucket
{
    private string Pending => Mark + ".pending";

    [Fact]
    public void A_deferred_run_counts_when_it_is_completed()
    {
        Assert.Equal(4, Module.Run(Read + " -DeferBookmark").WithoutErrors().Output.Count);
        Assert.False(File.Exists(Mark));
        Assert.Equal(4, Module.Run(Read + " -DeferBookmark").WithoutErrors().Output.Count);

        Module.Run("Complete-DeadlineTrailBookmark $mark -WhatIf").WithoutErrors();
        Assert.False(File.Exists(Mark));
        Assert.Empty(Module.Run("Complete-DeadlineTrailBookmark -LiteralPath $mark").WithoutErrors().Output);

        Assert.False(File.Exists(Pending));
        Assert.Empty(Module.Run(Read + " -DeferBookmark").WithoutErrors().Output);
    }

    [Fact]
    public void There_is_nothing_to_complete_twice()
    {
        Module.Run(Read + " -DeferBookmark; Complete-DeadlineTrailBookmark $mark").WithoutErrors();

        Assert.Equal("BookmarkNotPending", Id(Module.Run("Complete-DeadlineTrailBookmark $mark")));
    }

    [Theory]
    [InlineData(Read + " -EventName Delete*")]
    [InlineData(Read + " -EndTime 2026-03-05")]
    [InlineData(Read + " -Oldest -Unordered")]
    [InlineData(Read + " -ProfileName none")]
    [InlineData(Read + " -Region 'not a Region'")]
    [InlineData("@() | " + Read)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName none -BookmarkPath $mark")]
    public void A_deferred_run_is_not_completed_behind_a_later_one_that_did_nothing(string later)
    {
        Module.Run(Read).WithoutErrors();
        Put("1025Z_cccccccccccccccc", 21);
        Assert.Equal([21], Module.Run(Read + " -DeferBookmark").WithoutErrors().Minutes());

        Assert.Empty(Module.Run(later + " -DeferBookmark").Output);

        Assert.Equal("BookmarkNotPending", Id(Module.Run("Complete-DeadlineTrailBookmark $mark")));
        Assert.Equal([21], Module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void A_deferred_run_is_not_completed_behind_one_that_found_the_bookmark_damaged()
    {
        Module.Run(Read).WithoutErrors();
        var good = File.ReadAllText(Mark);
        Put("1025Z_cccccccccccccccc", 21);
        Module.Run(Read + " -DeferBookmark").WithoutErrors();
        File.WriteAllText(Mark, good[..^9]);

        Assert.Equal("BookmarkDamaged", Id(Module.Run(Read + " -DeferBookmark")));
        File.WriteAllText(Mark, good);

        Assert.Equal("BookmarkNotPending", Id(Module.Run("Complete-DeadlineTrailBookmark $mark")));
        Assert.Equal([21], Module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void A_deferred_run_that_was_overtaken_does_not_turn_the_bookmark_back()
    {
        Module.Run(Read + " -DeferBookmark").WithoutErrors();
        var overtaken = File.ReadAllBytes(Pending);
        Module.Run(Read).WithoutErrors();
        Assert.False(File.Exists(Pending));
        File.WriteAllBytes(Pending, overtaken);

        Assert.Equal("BookmarkOutdated", Id(Module.Run("Complete-DeadlineTrailBookmark $mark")));
        Assert.Empty(Module.Run(Read).WithoutErrors().Output);
    }

    [Fact]
    public void WhatIf_leaves_a_deferred_run_as_it_is()
    {
        Module.Run(Read + " -DeferBookmark").WithoutErrors();
        var files = Directory.GetFileSystemEntries(Folder.Path).ToDictionary(path => path, File.ReadAllText);

        Assert.Equal([12, 11, 3, 1], Module.Run(Read + " -WhatIf").WithoutErrors().Minutes());
        Assert.Equal("InvalidFilter", Id(Module.Run(Read + " -EndTime 2026-03-05 -WhatIf")));

        Assert.Equal(files, Directory.GetFileSystemEntries(Folder.Path).ToDictionary(path => path, File.ReadAllText));
    }

    [Fact]
    public void Nothing_is_left_beside_the_bookmark_when_a_first_run_counts_at_last()
    {
        Module.Run(Read + " -DeferBookmark").WithoutErrors();
        Module.Run(Read + " -ProfileName none -DeferBookmark");
        Assert.Equal([12, 11, 3, 1], Module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -BookmarkPath $mark -DeferBookmark").WithoutErrors().Minutes());

        Module.Run("Complete-DeadlineTrailBookmark $mark").WithoutErrors();

        Assert.Equal([Mark, Mark + ".lock"], Directory.GetFileSystemEntries(Folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Deferring_without_a_bookmark_is_refused() =>
        Assert.Equal("InvalidFilter", Id(Module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -DeferBookmark")));
}
