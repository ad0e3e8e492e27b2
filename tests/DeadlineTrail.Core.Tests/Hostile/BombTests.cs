using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Files;
using Xunit;
using Xunit.Abstractions;

namespace DeadlineTrail.Core.Tests.Hostile;

/// <summary>They look at the memory of the process, so nothing else may run beside them.</summary>
[CollectionDefinition(nameof(BombTests), DisableParallelization = true)]
public sealed class BombTestsAlone;

/// <summary>Whatever lies in a folder, the rest of it is read, in bounded memory, and what is wrong is told.</summary>
[Collection(nameof(BombTests))]
public sealed class BombTests(ITestOutputHelper output) : IDisposable
{
    private const long Megabyte = 1024 * 1024;

    // The windows of two readers stretched by a record of 16 MB, twice that while they grow, and what is read ahead.
    private const long Bound = 200 * Megabyte;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ten_gigabytes_of_zeros_end_by_the_rule_for_expansion()
    {
        Bombs.WriteZeros(_folder.File("bomb.json.gz"), gigabytes: 10);

        var observer = ReadAroundBomb();

        Assert.Contains(observer.Problems, problem => problem.Message.Contains("expands to more than 1000 times its size", StringComparison.Ordinal));
        Assert.InRange(observer.Problems.Count, 1, 2);
    }

    [Fact]
    public void A_text_of_200_MB_ends_its_file()
    {
        Bombs.WriteLongText(_folder.File("bomb.json.gz"), megabytes: 200);

        Assert.Contains("16 MB", Assert.Single(ReadAroundBomb().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_100_000_deep_are_damage_of_one_record()
    {
        Bombs.WriteNesting(_folder.File("bomb.json"), depth: 100_000);

        Assert.Contains("damaged at byte", Assert.Single(ReadAroundBomb().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_million_empty_records_are_counted()
    {
        Bombs.WriteEmptyRecords(_folder.File("bomb.json.gz"), count: 10_000_000);

        var observer = ReadAroundBomb();

        Assert.Empty(observer.Problems);
        Assert.Contains(observer.Told, told => told.Contains(10_000_003.ToString("N0", System.Globalization.CultureInfo.CurrentCulture) + " records", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_event_under_a_hundred_thousand_names_is_told_in_a_few_lines()
    {
        // With an escape in it, a record is parsed: the service's name might be spelled so. Without, it is passed over and has no name.
        File.WriteAllLines(_folder.File("bomb.jsonl"), Enumerable.Range(0, 100_000).Select(number => $"{{\"detail-type\":\"T{number}\",\"source\":\"\\u0064eadline.amazonaws.com\",\"detail\":{{}}}}"));

        Assert.InRange(ReadAroundBomb().Told.Count, 10, 40);
    }

    [Fact]
    public void A_file_that_grows_is_read_as_it_was_when_it_was_opened()
    {
        var path = _folder.File("growing.json");
        File.WriteAllText(path, Bombs.Good + "\n");
        var file = LocalLogFile.Of(new FileInfo(path));
        using var opened = file.Open(CancellationToken.None);
        var buffer = new byte[50];
        var read = 0;
        for (int length; (length = opened.Read(buffer, 0, buffer.Length)) > 0;)
        {
            read += length;
            File.AppendAllText(path, Bombs.Good + "\n" + Bombs.Good + "\n");
        }

        Assert.Equal(Bombs.Good.Length + 1, read);
    }

    [UnixFact]
    public void A_pipe_among_logs_is_not_waited_for()
    {
        MakePipe(_folder.File("pipe.json"));
        MakePipe(_folder.File("pipe.json.gz"));
        File.CreateSymbolicLink(_folder.File("linked.json"), _folder.File("pipe.json"));

        var observer = ReadAroundBomb();

        Assert.Contains("pipe.json.gz", Assert.Single(observer.Problems).Message, StringComparison.Ordinal);
        Assert.Contains(observer.Told, told => told.StartsWith("Passed over 2 file(s)", StringComparison.Ordinal) && told.Contains("empty, or pipes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_compressed_file_that_was_cut_to_nothing_is_an_error_in_a_folder_and_by_its_name()
    {
        var path = _folder.File("nothing.json.gz");
        File.WriteAllBytes(path, []);
        File.WriteAllBytes(_folder.File("nothing.json"), []);

        Assert.Contains(path, Assert.Single(ReadAroundBomb().Problems).Message, StringComparison.Ordinal);
        Assert.Contains("cut to nothing", Assert.Single(Read([path], out _).Problems).Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Links_that_lead_round_in_circles_are_not_followed()
    {
        File.CreateSymbolicLink(_folder.File("self.json"), _folder.File("self.json"));
        Directory.CreateSymbolicLink(_folder.File("down", "up"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.File("down", "round"), _folder.File("down", "round"));

        var observer = ReadAroundBomb();

        Assert.Contains("self.json", Assert.Single(observer.Problems).Message, StringComparison.Ordinal);
        Assert.Contains(observer.Told, told => told.Contains("link(s)", StringComparison.Ordinal) && told.Contains("up", StringComparison.Ordinal));
    }

    [BombFact]
    public void A_hundred_thousand_files_are_read()
    {
        const int count = 100_000;
        for (var number = 0; number < count; number++)
        {
            File.WriteAllText(_folder.File($"{number / 1000}", $"{number}.json"), Bombs.Good.Replace("GOOD", $"{number}", StringComparison.Ordinal));
        }

        var observer = Read([_folder.Path], out var ids);

        Assert.Empty(observer.Problems);
        Assert.Equal(count, ids.Distinct().Count());
    }

    /// <summary>Two good logs, one before and one behind by name, and what else a test has put beside them.</summary>
    private RecordingObserver ReadAroundBomb()
    {
        File.WriteAllText(_folder.File("a.json"), Bombs.Good.Replace("GOOD", "A", StringComparison.Ordinal));
        File.WriteAllText(_folder.File("z.json"), Bombs.Good.Replace("GOOD", "Z", StringComparison.Ordinal));

        var observer = Read([_folder.Path], out var ids);

        Assert.Equal(["A", "Z"], ids.Order());
        return observer;
    }

    private RecordingObserver Read(string[] paths, out List<string?> ids)
    {
        GC.Collect();
        PeakMemory.Reset();
        var before = PeakMemory.Now;
        var clock = Stopwatch.StartNew();
        var observer = new RecordingObserver();
        ids = new FileTrailSource(paths).Read(new TrailQuery { OnlyEventSource = "deadline.amazonaws.com" }, observer, CancellationToken.None).Select(trailEvent => trailEvent.EventId).ToList();
        if (before is { } start && PeakMemory.Highest is { } peak)
        {
            output.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s, {(peak - start) / Megabyte} MB above {start / Megabyte} MB");
            Assert.InRange(peak, 0, start + Bound);
        }

        return observer;
    }

    private static void MakePipe(string path)
    {
        using var make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
    }
}
