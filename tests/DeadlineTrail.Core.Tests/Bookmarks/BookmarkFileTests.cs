using System;
using System.IO;
using System.Linq;
using System.Text;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Bookmarks;
using DeadlineTrail.Sources.Buckets;
using Xunit;

namespace DeadlineTrail.Core.Tests.Bookmarks;

/// <summary>The file of a bookmark: it is read exactly as it was written, or not at all.</summary>
public sealed class BookmarkFileTests : IDisposable
{
    private static readonly DateTime Begin = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly BookmarkFile _file;

    public BookmarkFileTests() => _file = new BookmarkFile(_folder.File("studio.bookmark"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read()
    {
        _file.Write(Sample());

        var read = _file.Read()!;

        Assert.Equal(BookmarkWriter.Write(Sample()), BookmarkWriter.Write(read));
        Assert.Equal((3L, Begin.Ticks, 2L), (read.Run, read.StartTicks, read.Returned.Count));
        Assert.Equal("\"0ff\" tag", Assert.Single(read.Groups).Value.Find(Begin)!.Damaged["b.json.gz"]);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_an_error()
    {
        var whole = BookmarkWriter.Write(Sample());
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_file.Path, whole[..length]);
            Assert.Equal(BookmarkProblem.Damaged, Assert.Throws<BookmarkException>(_file.Read).Problem);
        }
    }

    [Fact]
    public void A_byte_changed_anywhere_is_an_error()
    {
        var whole = BookmarkWriter.Write(Sample());
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            File.WriteAllBytes(_file.Path, changed);
            Assert.Throws<BookmarkException>(_file.Read);
        }
    }

    [Fact]
    public void A_file_of_a_later_version_says_so()
    {
        File.WriteAllText(_file.Path, Encoding.UTF8.GetString(BookmarkWriter.Write(Sample())).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal));

        Assert.Equal(BookmarkProblem.TooNew, Assert.Throws<BookmarkException>(_file.Read).Problem);
    }

    [Fact]
    public void Nothing_is_left_beside_it()
    {
        _file.WritePending(Sample());
        _file.Write(Sample());

        Assert.Equal([_file.Path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_start_of_a_first_run_that_was_never_completed_stays()
    {
        var query = new TrailQuery();
        var source = BookmarkSource.Of(new BucketScope { BucketName = "studio-logs" });
        using var held = _file.Lock();
        var first = BookmarkRun.Begin(_file, held, source, query, Begin);
        _file.WritePending(new Bookmark(source, BookmarkFilters.Of(query), first.Query.StartTicks) { Run = 1 });

        var second = BookmarkRun.Begin(_file, held, source, query, Begin.AddDays(1));

        Assert.Equal(Begin.Ticks, second.Query.StartTicks);
        Assert.Equal(Begin.Ticks, BookmarkRun.Begin(_file, held, source, query, Begin.AddDays(2)).Query.StartTicks);
        Assert.Equal(BookmarkProblem.NothingPending, Assert.Throws<BookmarkException>(_file.Complete).Problem);
    }

    private static Bookmark Sample()
    {
        var source = new BookmarkSource { Bucket = "studio-logs", KeyPrefix = "team" };
        var bookmark = new Bookmark(source, BookmarkFilters.Of(new TrailQuery { OnlyEventSource = "deadline.amazonaws.com" }), Begin.Ticks) { Run = 3 };
        var group = bookmark.Group("team/AWSLogs/111122223333/CloudTrail/us-west-2/");
        group.HighTicks = Begin.AddHours(5).Ticks;
        group.Day(Begin).Whole.Add("a.json.gz");
        group.Day(Begin).Damaged.Add("b.json.gz", "\"0ff\" tag");
        bookmark.Returned.Add(Begin.AddHours(1).Ticks, new ReturnedKey(1, 2));
        bookmark.Returned.Add(Begin.AddDays(1).Ticks, new ReturnedKey(ulong.MaxValue, 0));
        return bookmark;
    }
}
