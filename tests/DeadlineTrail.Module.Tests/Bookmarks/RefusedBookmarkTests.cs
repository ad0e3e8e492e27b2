using System;
using System.IO;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>What would lose events or give them twice is an error, and the bookmark stays as it is.</summary>
public sealed class RefusedBookmarkTests : BookmarkedBucket
{
    private protected override void Prepare()
    {
        base.Prepare();
        Aws.AddBucket("other-logs", "eu-central-1");
    }

    [Theory]
    [InlineData("-EndTime 2026-03-05")]
    [InlineData("-MaxEvents 5")]
    [InlineData("-IncludeDuplicate")]
    public void What_would_mark_events_as_given_that_were_not_is_refused(string parameter)
    {
        Assert.Equal("InvalidFilter", Id(Module.Run($"{Read} {parameter}")));
        Assert.Empty(Aws.Requests.All);
        Assert.Empty(Directory.GetFileSystemEntries(Folder.Path));
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName other-logs -BookmarkPath $mark", "the bucket was \"studio-logs\" and is \"other-logs\" now")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -KeyPrefix team -BookmarkPath $mark", "the key prefix")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -EventName Delete* -BookmarkPath $mark", "-EventName is given now and was not")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -EventSource deadline.amazonaws.com, sts.amazonaws.com -BookmarkPath $mark", "-EventSource has another value")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region eu-west-1 -BookmarkPath $mark", "\"Event history\"")]
    public void Another_source_or_filter_is_an_error_that_names_the_difference(string other, string difference)
    {
        Module.Run(Read).WithoutErrors();
        var before = File.ReadAllText(Mark);

        var run = Module.Run(other);

        Assert.Equal("BookmarkDiffers", Id(run));
        Assert.Contains(difference, run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Mark));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"DeadlineTrail bookmark\",\"version\":1}")]
    public void What_is_no_bookmark_is_an_error_and_stays_as_it_is(string text)
    {
        File.WriteAllText(Mark, text);

        Assert.Equal("BookmarkDamaged", Id(Module.Run(Read)));
        Assert.Equal(text, File.ReadAllText(Mark));
    }

    [Fact]
    public void A_bookmark_that_another_run_holds_is_an_error_at_once()
    {
        using (new FileStream(Mark + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal("BookmarkBusy", Id(Module.Run(Read)));
            Assert.Empty(Aws.Requests.All);
        }

        // The file that is left behind, as by a process that was killed, blocks nobody.
        Assert.True(File.Exists(Mark + ".lock"));
        Assert.Equal(4, Module.Run(Read).WithoutErrors().Output.Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_before_anything_is_read()
    {
        Module.Set("mark", Folder["none/studio.bookmark"]);

        Assert.Equal("BookmarkInaccessible", Id(Module.Run(Read)));
        Assert.Empty(Aws.Requests.All);
    }
}
