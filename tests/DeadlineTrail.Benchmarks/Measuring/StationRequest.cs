namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>A run asked of a measuring process.</summary>
/// <param name="Contender">The contender's name.</param>
/// <param name="Corpus">The corpus' folder.</param>
/// <param name="Counted">Whether its answer is counted and checked, which may take longer.</param>
internal sealed record StationRequest(string Contender, string Corpus, bool Counted);

/// <summary>The answer to it.</summary>
/// <param name="Sample">What was measured; null when it failed.</param>
/// <param name="Failure">Why it failed, or null.</param>
internal sealed record StationReply(Sample? Sample, string? Failure);
