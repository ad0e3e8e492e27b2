using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>
/// The measuring process: runs contenders as it is told, a line of JSON for each run and a line back, and stays warm in
/// between.
/// </summary>
internal sealed class Station : IDisposable
{
    /// <summary>The argument that makes this program one.</summary>
    internal const string Argument = "--station";

    private readonly Dictionary<string, Contender> _contenders = [];
    private readonly Dictionary<string, Corpus> _corpora = [];

    /// <summary>Serves until there is nothing more to read.</summary>
    internal void Serve(TextReader requests, TextWriter replies)
    {
        while (requests.ReadLine() is { } line)
        {
            StationReply reply;
            try
            {
                reply = new StationReply(Measure(JsonSerializer.Deserialize(line, Json.Default.StationRequest)!), null);
            }
            catch (Exception failure)
            {
                reply = new StationReply(null, failure.ToString());
            }

            replies.WriteLine(JsonSerializer.Serialize(reply, Json.Default.StationReply));
            replies.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Contender contender in _contenders.Values)
        {
            contender.Dispose();
        }
    }

    private Sample Measure(StationRequest request)
    {
        Contender contender = ContenderNamed(request.Contender);
        Corpus corpus = CorpusIn(request.Corpus);

        // What the one before left behind is not this one's work.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processorTime = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        if (request.Counted)
        {
            Check(contender.Count(corpus), contender.Expected(corpus));
        }
        else
        {
            contender.Run(corpus);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        processorTime = Environment.CpuUsage.TotalTime - processorTime + contender.OutsideProcessorTime;
        return new Sample(
            seconds,
            processorTime.TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated,
            request.Counted ? contender.FirstObject?.TotalSeconds : null);
    }

    private static void Check(long counted, long expected)
    {
        if (counted != expected)
        {
            throw new InvalidDataException($"It found {counted:N0} where there are {expected:N0}.");
        }
    }

    private Contender ContenderNamed(string name)
    {
        if (!_contenders.TryGetValue(name, out Contender? contender))
        {
            _contenders.Add(name, contender = ContenderKind.Named(name).Create());
        }

        return contender;
    }

    private Corpus CorpusIn(string folder)
    {
        if (!_corpora.TryGetValue(folder, out Corpus? corpus))
        {
            _corpora.Add(folder, corpus = Corpus.Open(folder) ?? throw new DirectoryNotFoundException($"There is no corpus in {folder}."));
        }

        return corpus;
    }
}
