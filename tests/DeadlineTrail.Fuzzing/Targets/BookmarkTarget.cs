using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DeadlineTrail.Sources.Bookmarks;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>A bookmark's file: as it is, and with a checksum made right, without which nothing behind the checksum would be reached.</summary>
internal sealed class BookmarkTarget : FuzzTarget
{
    private const string Path = "the.bookmark";
    private const long Day = 638_780_256_000_000_000;

    internal override string Name => "bookmark";

    internal override string About => "bookmarks, as they are and with a checksum made right: what is read is written and read again as the same";

    internal override IEnumerable<byte[]> Seeds =>
    [
        BookmarkWriter.Write(OfBucket()),
        BookmarkWriter.Write(new Bookmark(new BookmarkSource { AccountId = "111122223333", Regions = ["eu-west-1", "us-west-2"] }, new SortedDictionary<string, string>(), Day) { Run = 1 }),
        BookmarkWriter.Write(OfHistory()),
    ];

    internal override IEnumerable<string> Words =>
    [
        "\"format\":\"" + BookmarkWriter.Format + "\"", "\"version\":", "\"run\":", "\"source\":{", "\"filters\":{", "\"start\":\"", "\"groups\":[", "\"returned\":{", BookmarkWriter.BeforeSeal, "\"name\":", "\"high\":", "\"days\":{", "\"names\":[",
        "\"damaged\":{", "\"organization\":null", "0001-01-01", "9999-12-31", "T23:59:59.9999999Z", "2147483648", "\\ud800", "\\u0000", "AAAAAAAAAAAAAAAAAAAAAA==", "{}", "[]", "null",
    ];

    internal override void Run(byte[] input)
    {
        Read(input);
        if (Read(Sealed(input)) is { } bookmark)
        {
            var written = BookmarkWriter.Write(bookmark);
            var again = Read(written);
            FindingException.Unless(again is not null, "what was written is not read");
            FindingException.Unless(written.AsSpan().SequenceEqual(BookmarkWriter.Write(again)), "what was written and read is written in another way");
            FindingException.Equal(bookmark.Run, again.Run, "the run");
            FindingException.Equal(bookmark.StartTicks, again.StartTicks, "the start");
            FindingException.Equal(bookmark.Returned.Count, again.Returned.Count, "the number of events returned");
            FindingException.Unless(bookmark.Groups.Keys.SequenceEqual(again.Groups.Keys, StringComparer.Ordinal), "the groups are others");

            // The checksum holds every byte before it.
            written[written.Length / 2] ^= 1;
            FindingException.Unless(Read(written) is null, "an edited bookmark is read");
        }
    }

    private static Bookmark? Read(byte[] bytes)
    {
        try
        {
            return BookmarkReader.Read(bytes, Path);
        }
        catch (BookmarkException refused) when (refused.Problem is BookmarkProblem.Damaged or BookmarkProblem.TooNew)
        {
            FindingException.Unless(refused.Message.Contains(Path, StringComparison.Ordinal), "the error does not name the file");
            return null;
        }
    }

    private static byte[] Sealed(byte[] input)
    {
        var end = input.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(BookmarkWriter.BeforeSeal));
        var body = end < 0 ? input : input[..end];
        return [.. body, .. Encoding.ASCII.GetBytes(BookmarkWriter.BeforeSeal + Hex.Of(SHA256.HashData(body)) + BookmarkWriter.BehindSeal)];
    }

    private static Bookmark OfBucket()
    {
        var bookmark = new Bookmark(new BookmarkSource { Bucket = "studio-logs", KeyPrefix = "team", OrganizationId = "o-3x4mpl3org" }, new SortedDictionary<string, string> { ["EventName"] = "0123456789abcdef" }, Day) { Run = 7 };
        var group = bookmark.Group("team/AWSLogs/o-3x4mpl3org/111122223333/CloudTrail/us-west-2/");
        group.HighTicks = Day + 123_456_789;
        var names = group.Day(new DateTime(Day));
        names.Whole.Add("111122223333_CloudTrail_us-west-2_20250318T1005Z_aaaaaaaaaaaaaaaa.json.gz");
        names.Damaged["111122223333_CloudTrail_us-west-2_20250318T1010Z_bbbbbbbbbbbbbbbb.json.gz"] = "\"etag\"";
        bookmark.Returned.Add(Day, new ReturnedKey(1, 2));
        bookmark.Returned.Add(Day, new ReturnedKey(3, 4));
        return bookmark;
    }

    private static Bookmark OfHistory()
    {
        var bookmark = new Bookmark(new BookmarkSource { AccountId = "111122223333", Regions = ["us-west-2"] }, new SortedDictionary<string, string>(), Day) { Run = 2 };
        bookmark.Group("us-west-2").HighTicks = Day + TimeSpan.TicksPerDay;
        bookmark.Returned.Add(Day + TimeSpan.TicksPerDay, new ReturnedKey(ulong.MaxValue, 0));
        return bookmark;
    }
}
