using System;
using System.Linq;
using System.Text;
using DeadlineTrail.Deadline.Identifiers;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Identifiers;

public class HostileIdentifierTests
{
    private static readonly string Request = $$"""{"farmId":"{{Ids.Farm}}","queueId":"{{Ids.Queue}}","resourceArn":"{{Ids.ArnStart}}farm/{{Ids.Farm}}/fleet/{{Ids.Fleet}}","jobs":[{"jobId":"{{Ids.Job}}","name":"\ud83c\udf19"},{"jobId":"{{Ids.OtherJob}}"}]}""";

    [Fact]
    public void Every_cut_of_a_request_reads_and_keeps_what_stood_before()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Request);
        int known = 0;
        for (int length = 0; length <= whole.Length; length++)
        {
            int found = RecordIdentifiers.Read(whole.AsSpan(0, length), default, default, null, "BatchUpdateJob").All.Count;
            Assert.True(found >= known);
            known = found;
        }

        Assert.Equal(5, known);
    }

    [Fact]
    public void Flipped_bytes_never_throw()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Request);
        Random random = new(1303);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] flipped = [.. whole];
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
            }

            RecordIdentifiers identifiers = RecordIdentifiers.Read(flipped, flipped, flipped, Encoding.UTF8.GetString(flipped), "BatchUpdateJob");

            Assert.DoesNotContain(null, identifiers.All);
            Assert.Equal(identifiers.All.Count, identifiers.All.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("""{"jobId":"\u006aob-0123456789abcdef0123456789abcdef"}""")]
    [InlineData("""{"job\u0049d":"job-0123456789abcdef0123456789abcdef"}""")]
    [InlineData("""{"x":"job\u002d0123456789abcdef0123456789abcdef"}""")]
    [InlineData("""{"x":"a\/job-0123456789abcdef0123456789abcdef\n"}""")]
    public void Escapes_hide_no_identifier(string request)
    {
        Assert.Equal([Ids.Job], Ids.Read(request).All);
    }

    [Fact]
    public void Lone_halves_of_a_character_are_shown_as_such()
    {
        Assert.Equal("farm-\uFFFD", Ids.Read("""{"farmId":"farm-\ud800"}""")[IdentifierKind.Farm]);
        Assert.Equal("x\uFFFD", Ids.Read("""{"displayName":"x\udc00"}""", eventName: "UpdateFarm").ResourceName);
    }

    [Fact]
    public void Depth_is_no_danger()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"x\":[", 100_000)) + $"\"{Ids.Job}\"" + string.Concat(Enumerable.Repeat("]}", 100_000));

        Assert.True(Ids.Read(deep).Mentions(IdentifierKind.Job, Ids.Job));
    }

    [Fact]
    public void Ten_thousand_different_jobs_are_all_found_once()
    {
        string[] jobs = [.. Enumerable.Range(0, 10_000).Select(i => $"job-{i:x32}")];

        RecordIdentifiers identifiers = Ids.Read($$"""{"jobs":["{{string.Join("\",\"", jobs)}}","{{jobs[17]}}"]}""");

        Assert.Equal(jobs, identifiers.All);
        Assert.True(identifiers.Mentions(IdentifierKind.Job, jobs[9_999]));
        Assert.Null(identifiers[IdentifierKind.Job]);
    }

    // Linear work: none of these texts makes the scanner go back more than a few characters.
    [Theory]
    [InlineData("-")]
    [InlineData("job-")]
    [InlineData("job-0123456789abcdef0123456789abcde-")]
    [InlineData("arn:aws:deadline:")]
    [InlineData("sessionactionsessionaction-")]
    public void A_megabyte_of_almost_identifiers_is_read(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));

        Assert.Empty(Ids.Read($$"""{"x":"{{text}}"}""", errorMessage: text).All);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"requestParameters too large\"")]
    [InlineData("""{"reason":"requestParameters too large","omitted":true,"originalSize":149893}""")]
    public void A_record_that_names_nothing_costs_nothing(string request)
    {
        byte[] json = Encoding.UTF8.GetBytes(request);
        _ = RecordIdentifiers.Read(json, json, json, null, "UpdateFarm");
        long before = GC.GetAllocatedBytesForCurrentThread();

        RecordIdentifiers identifiers = RecordIdentifiers.Read(json, json, json, null, "UpdateFarm");

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(RecordIdentifiers.Empty, identifiers);
    }
}
