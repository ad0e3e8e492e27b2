using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using DeadlineTrail.Core.Tests.Studio;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Files;
using Xunit;

namespace DeadlineTrail.Core.Tests.Sources;

/// <summary>
/// The reader against the generator's ledger, which DuckDB has counted (<see cref="LedgerTests"/>), and against itself:
/// what must not change an answer does not.
/// </summary>
[Collection(WrittenTree.Shared)]
public sealed class StudioReadingTests(WrittenTree tree) : IDisposable
{
    private const string Farm = "deadline.amazonaws.com";

    private static readonly EventCondition Deadline = EventCondition.EventSource(new TextFilter([Farm], Never));

    private readonly TemporaryFolder _folder = new();

    private IEnumerable<string> DeadlineIds => tree.Trail.Ledger.NewestFirst().Where(record => record.IsDeadline).Select(record => record.EventId);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_farms_events_come_newest_first_and_once_with_late_files_and_duplicates(int threads)
    {
        var observer = new RecordingObserver();
        var source = new FileTrailSource([tree.Folder]) { Threads = threads };

        var events = source.Read(new TrailQuery { OnlyEventSource = Farm }, observer, CancellationToken.None);

        Assert.Equal(DeadlineIds, events.Select(e => e.EventId!));
        Assert.Empty(observer.Problems);
        Assert.Empty(observer.Warnings);
    }

    [Fact]
    public void Every_service_is_read_when_asked_for_and_every_text_is_exact()
    {
        var events = Ask(new TrailQuery());

        Assert.Equal(tree.Trail.Ledger.NewestFirst().Select(record => record.Json), events.Select(e => e.Raw));
    }

    [Fact]
    public void Passing_records_over_unparsed_loses_none()
    {
        var parsed = Ask(new TrailQuery { Conditions = [Deadline] });

        Assert.Equal(DeadlineIds, parsed.Select(e => e.EventId!));
    }

    /// <summary>What is rejected by its bytes alone, against what is parsed and refused; both against the ledger.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Several_services_are_found_with_and_without_parsing_what_is_not_wanted(bool strict)
    {
        string[] names = [Farm, "signin.amazonaws.com", "sts.amazonaws.com"];
        var quick = new TrailQuery { Services = [new(names[0]), new(names[1]), new(names[2], "AssumeRole")], Strict = strict };
        Assert.Equal(3, quick.Needle!.Texts.Length);

        var expected = tree.Trail.Ledger.NewestFirst()
            .Where(record => names.Contains(record.EventSource) && (record.EventSource != names[2] || record.EventName == "AssumeRole")).Select(record => record.EventId).ToList();

        Assert.Equal(3, tree.Trail.Ledger.Records.Where(record => expected.Contains(record.EventId)).Select(record => record.EventSource).Distinct().Count());
        Assert.Equal(expected, Ask(quick).Select(e => e.EventId!));
    }

    [Fact]
    public void A_query_by_job_finds_every_record_about_that_job()
    {
        var ledger = tree.Trail.Ledger;
        var jobs = ledger.Records.SelectMany(record => record.About).Where(id => id.StartsWith("job-", StringComparison.Ordinal)).Distinct().ToList();
        Assert.NotEmpty(jobs);

        var events = Ask(new TrailQuery { OnlyEventSource = Farm });

        Assert.All(jobs, job => Assert.Equal(
            ledger.About(job).Select(record => record.EventId).Order(StringComparer.Ordinal),
            events.Where(EventCondition.Identifier("JobId", IdentifierKind.Job, [job]).Test).Select(e => e.EventId!).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_oldest_first_is_the_mirror()
    {
        var query = new TrailQuery { OnlyEventSource = Farm, Order = TrailOrder.OldestFirst };

        Assert.Equal(DeadlineIds.Reverse(), Ask(query).Select(e => e.EventId!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(333)]
    public void The_first_events_of_a_limited_answer_are_the_first_of_the_whole(int limit)
    {
        var newest = Ask(new TrailQuery { OnlyEventSource = Farm, MaxEvents = limit });
        var oldest = Ask(new TrailQuery { OnlyEventSource = Farm, MaxEvents = limit, Order = TrailOrder.OldestFirst });

        Assert.Equal(DeadlineIds.Take(limit), newest.Select(e => e.EventId!));
        Assert.Equal(DeadlineIds.Reverse().Take(limit), oldest.Select(e => e.EventId!));
    }

    [Fact]
    public void The_days_together_are_the_whole()
    {
        var first = tree.Trail.Options.Start.AddDays(-3);
        var days = Enumerable.Range(0, 12).Select(day => first.AddDays(day)).Select(day => Ask(new TrailQuery
        {
            OnlyEventSource = Farm,
            StartTicks = day.Ticks,
            EndTicks = day.AddDays(1).Ticks - 1,
        }));

        Assert.Equal(DeadlineIds, days.Reverse().SelectMany(day => day).Select(e => e.EventId!));
    }

    [Fact]
    public void Without_order_the_same_events_come()
    {
        var events = Ask(new TrailQuery { OnlyEventSource = Farm, Order = TrailOrder.Unordered });

        Assert.Equal(DeadlineIds.Order(StringComparer.Ordinal), events.Select(e => e.EventId!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void With_duplicates_an_event_comes_as_often_as_it_was_delivered()
    {
        var expected = tree.Trail.Ledger.NewestFirst().Where(record => record.IsDeadline).SelectMany(record => record.Files.Select(_ => record.EventId));

        Assert.Equal(expected, Ask(new TrailQuery { OnlyEventSource = Farm, IncludeDuplicate = true }).Select(e => e.EventId!));
    }

    /// <summary>Records shuffled over files of two trails, delayed at random, some delivered thrice: the answer stays.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Another_delivery_of_the_same_records_gives_the_same_answer(int seed)
    {
        Redeliver(new Random(seed));
        var observer = new RecordingObserver();

        var events = new FileTrailSource([_folder.Path]).Read(new TrailQuery { OnlyEventSource = Farm }, observer, CancellationToken.None);

        Assert.Equal(DeadlineIds, events.Select(e => e.EventId!));
        Assert.Empty(observer.Warnings);
    }

    private static Func<string, bool> Never(string pattern) => throw new InvalidOperationException("No pattern is used here.");

    private List<TrailEvent> Ask(TrailQuery query) => new FileTrailSource([tree.Folder]).Read(query, new RecordingObserver(), CancellationToken.None).ToList();

    private void Redeliver(Random random)
    {
        var files = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var record in tree.Trail.Records)
        {
            for (var copy = random.Next(20) == 0 ? 3 : 1; copy > 0; copy--)
            {
                var delay = random.Next(100) switch
                {
                    0 => TimeSpan.FromHours(random.Next(1, 100)),
                    < 30 => TimeSpan.FromMinutes(random.Next(5, 15)),
                    _ => TimeSpan.FromSeconds(random.Next(0, 300)),
                };
                var delivered = record.EventTime + delay;

                // One file a quarter of an hour and trail, named after the minute in which it is closed.
                var closed = delivered.AddMinutes(15 - (delivered.Minute % 15));
                var name = string.Create(
                    CultureInfo.InvariantCulture,
                    $"111122223333_CloudTrail_us-west-2_{closed:yyyyMMdd'T'HHmm'Z'}_{random.Next(3):0000000000000000}.json.gz");
                if (!files.TryGetValue(name, out var records))
                {
                    files.Add(name, records = []);
                }

                records.Insert(random.Next(records.Count + 1), record.Json);
            }
        }

        foreach (var file in files)
        {
            using var stream = new GZipStream(File.Create(_folder.File(file.Key)), CompressionLevel.Fastest);
            stream.Write(Encoding.UTF8.GetBytes("{\"Records\":[" + string.Join(",", file.Value) + "]}"));
        }
    }
}
