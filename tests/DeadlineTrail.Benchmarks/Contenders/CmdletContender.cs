using System;
using System.Diagnostics;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>The module as a user has it: imported by its manifest, called through a pipeline.</summary>
internal sealed class CmdletContender : Contender
{
    private readonly EngineSession _session = new();
    private readonly string _command;
    private TimeSpan? _first;

    internal CmdletContender(string switches)
    {
        _command = $"Get-DeadlineTrailEvent -Path $logs {switches}";
        _session.Set("manifest", Checkout.Manifest);
        _session.Run("Import-Module $manifest -ErrorAction Stop");
    }

    /// <inheritdoc/>
    internal override TimeSpan? FirstObject => _first;

    /// <inheritdoc/>
    internal override long Count(Corpus corpus)
    {
        _session.Set("logs", corpus.Logs);
        long start = Stopwatch.GetTimestamp();
        var arrival = (Arrival)_session.Run(_command + " | Measure-Arrival")[0].BaseObject;
        _first = arrival.Count == 0 ? null : Stopwatch.GetElapsedTime(start, arrival.First);
        return arrival.Count;
    }

    /// <inheritdoc/>
    internal override void Run(Corpus corpus)
    {
        _session.Set("logs", corpus.Logs);
        _session.Run(_command + " | Out-Null");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _session.Dispose();
        base.Dispose();
    }
}
