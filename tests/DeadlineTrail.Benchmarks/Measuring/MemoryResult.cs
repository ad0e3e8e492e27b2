using System.Collections.Generic;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>Peak memory on corpora of different sizes, in bytes; null where the system does not tell.</summary>
/// <param name="EnginePeak">That of PowerShell's engine alone.</param>
/// <param name="Rows">One for each corpus.</param>
internal sealed record MemoryResult(long? EnginePeak, IReadOnlyList<MemoryRow> Rows);

/// <summary>Peak memory on one corpus.</summary>
/// <param name="Corpus">Which.</param>
/// <param name="ReaderPeak">The module's reader in a process without PowerShell.</param>
/// <param name="CmdletPeak">The cmdlet, unordered.</param>
/// <param name="OrderedPeak">The cmdlet, ordered.</param>
internal sealed record MemoryRow(string Corpus, long? ReaderPeak, long? CmdletPeak, long? OrderedPeak);
