using System;
using System.Diagnostics;
using System.IO;
using DeadlineTrail.Benchmarks.Corpora;
using DeadlineTrail.Benchmarks.Measuring;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>A contender that is another program. It gets the list of files, and writes its answer.</summary>
internal abstract class OutsideContender : Contender
{
    private readonly string _list = Path.GetTempFileName();
    private TimeSpan _processorTime;

    /// <inheritdoc/>
    internal override TimeSpan OutsideProcessorTime => _processorTime;

    /// <summary>Writes the list of files, as <c>xargs -0</c> reads it.</summary>
    private protected string ListOf(Corpus corpus)
    {
        File.WriteAllText(_list, string.Join('\0', corpus.Files));
        return _list;
    }

    /// <summary>Starts a program and waits for it.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    private protected string Finish(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.Environment["LC_ALL"] = "C";
        TimeSpan before = ProgramProcessorTime.OfAllEnded();
        using Process process = Process.Start(start)!;
        string written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _processorTime = ProgramProcessorTime.OfAllEnded() - before;
        return process.ExitCode == 0 ? written : throw new InvalidOperationException($"{start.FileName} ended with exit code {process.ExitCode}.");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        File.Delete(_list);
        base.Dispose();
    }
}
