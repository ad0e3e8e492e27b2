namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>One run of a contender.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="ProcessorSeconds">Processor time of all threads and of the programs it started.</param>
/// <param name="AllocatedBytes">What was allocated in the managed heap of the measuring process.</param>
/// <param name="FirstObjectSeconds">Wall time to the first object, of a counted run of a cmdlet; else null.</param>
internal sealed record Sample(double Seconds, double ProcessorSeconds, long AllocatedBytes, double? FirstObjectSeconds);
