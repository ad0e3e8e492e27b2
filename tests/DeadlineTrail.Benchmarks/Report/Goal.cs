namespace DeadlineTrail.Benchmarks.Report;

/// <summary>Something to reach.</summary>
/// <param name="Corpus">On which corpus, or in which measurement.</param>
/// <param name="Text">What.</param>
/// <param name="Limit">The number.</param>
/// <param name="IsLeast">Whether more than it is better.</param>
/// <param name="Measured">What was measured; null when it was not.</param>
internal sealed record Goal(string Corpus, string Text, double Limit, bool IsLeast, double? Measured)
{
    internal bool? IsMet => Measured is not { } number ? null : IsLeast ? number >= Limit : number <= Limit;

    internal static Goal AtMost(string corpus, string text, double limit, double? measured) => new(corpus, text, limit, false, measured);

    internal static Goal AtLeast(string corpus, string text, double limit, double? measured) => new(corpus, text, limit, true, measured);
}
