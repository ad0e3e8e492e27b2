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
    private static readonly DateTime FirstDay = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

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
        Assert.Equal((3L, FirstDay.Ticks, 2L), (read.Run, read.StartTicks, read.Returned.Count));
        Assert.Equal("\"0ff\" tag", Assert.Single(read.Groups).Value.Find(FirstDay)!.Damaged["b.json.gz"]);
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
        var first = Begin(0);
        _file.WritePending(new Bookmark(source, BookmarkFilters.Of(query), first.Query.StartTicks) { Run = 1 });

        Assert.Equal(FirstDay.Ticks, Begin(1).Query.StartTicks);
        Assert.Equal(FirstDay.Ticks, Begin(2).Query.StartTicks);
        Assert.Equal(BookmarkProblem.NothingPending, Assert.Throws<BookmarkException>(_file.Complete).Problem);

        BookmarkRun Begin(int day)
        {
            using var held = _file.Lock();
            return BookmarkRun.Begin(_file, held, source, query, FirstDay.AddDays(day));
        }
    }

    [Fact]
    public void What_a_first_run_left_is_owed_even_where_the_run_behind_it_is_of_something_else()
    {
        var query = new TrailQuery();
        var source = BookmarkSource.Of(new BucketScope { BucketName = "studio-logs" });
        _file.WritePending(new Bookmark(source, BookmarkFilters.Of(query), FirstDay.Ticks) { Run = 1 });

        using (var held = _file.Lock())
        {
            var other = BookmarkSource.Of(new BucketScope { BucketName = "other-logs" });
            Assert.Equal(BookmarkProblem.Foreign, Assert.Throws<BookmarkException>(() => BookmarkRun.Begin(_file, held, other, query, FirstDay.AddDays(1))).Problem);
        }

        Assert.Equal(BookmarkProblem.NothingPending, Assert.Throws<BookmarkException>(_file.Complete).Problem);
        using var again = _file.Lock();
        Assert.Equal(FirstDay.Ticks, BookmarkRun.Begin(_file, again, source, query, FirstDay.AddDays(2)).Query.StartTicks);
    }

    private static Bookmark Sample()
    {
        var source = new BookmarkSource { Bucket = "studio-logs", KeyPrefix = "team" };
        var bookmark = new Bookmark(source, BookmarkFilters.Of(new TrailQuery { OnlyEventSource = "deadline.amazonaws.com" }), FirstDay.Ticks) { Run = 3 };
        var group = bookmark.Group("team/AWSLogs/111122223333/CloudTrail/us-west-2/");
        group.HighTicks = FirstDay.AddHours(5).Ticks;
        group.Day(FirstDay).Whole.Add("a.json.gz");
        group.Day(FirstDay).Damaged.Add("b.json.gz", "\"0ff\" tag");
        bookmark.Returned.Add(FirstDay.AddHours(1).Ticks, new ReturnedKey(1, 2));
        bookmark.Returned.Add(FirstDay.AddDays(1).Ticks, new ReturnedKey(ulong.MaxValue, 0));
        return bookmark;
    }
}
