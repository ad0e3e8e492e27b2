using System;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>Why a Region left the answer, and from where on it is missing.</summary>
/// <param name="Failure">In what way; null when its pages went round in a circle.</param>
/// <param name="Reason">What the service, or the way to it, said.</param>
/// <param name="CompleteDownTo">Ticks (UTC): everything newer than this second is in the answer; null when nothing of the
/// Region is.</param>
/// <param name="Cause">The exception behind it, or null.</param>
internal sealed record HistoryFailure(AwsFailure? Failure, string Reason, long? CompleteDownTo, Exception? Cause);
