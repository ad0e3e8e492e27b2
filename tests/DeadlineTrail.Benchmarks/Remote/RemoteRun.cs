namespace DeadlineTrail.Benchmarks.Remote;

/// <summary>What the process that reads has to say of a script.</summary>
/// <param name="Seconds">How long it took; where it was stopped, from the stop to its end.</param>
/// <param name="Count">How many objects it gave.</param>
/// <param name="Digest">The SHA-256 of their texts, in their order.</param>
/// <param name="PeakBytes">The most memory the process has had so far; null where the system does not tell.</param>
/// <param name="Failure">The first error or warning; null where there was none.</param>
internal sealed record RemoteRun(double Seconds, long Count, string Digest, long? PeakBytes, string? Failure);
