using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>PowerShell's engine, started and asked nothing of: what of a cmdlet's memory is not the module's.</summary>
internal sealed class BareEngine : Contender
{
    private readonly EngineSession _session = new();

    /// <inheritdoc/>
    internal override long Expected(Corpus corpus) => 0;

    /// <inheritdoc/>
    internal override long Count(Corpus corpus) => _session.Run("$null | Out-Null").Count;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _session.Dispose();
        base.Dispose();
    }
}
