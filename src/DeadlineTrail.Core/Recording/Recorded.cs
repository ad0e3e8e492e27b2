using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Recording;

/// <summary>Whether a source records something.</summary>
internal enum Recorded
{
    /// <summary>None of it.</summary>
    No,

    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>Some of it.</summary>
    Partly,

    /// <summary>All of it.</summary>
    Yes,
}

/// <summary>How answers go together.</summary>
internal static class RecordedAnswers
{
    /// <summary>The answer where all conditions must hold: the one that lets least through.</summary>
    internal static Recorded And(this Recorded left, Recorded right) => left < right ? left : right;

    /// <summary>The answer where one of several suffices: the one that lets most through.</summary>
    internal static Recorded Or(this Recorded left, Recorded right) => left > right ? left : right;

    /// <summary>One word for several operations.</summary>
    /// <param name="answers">The answers.</param>
    internal static Recorded Summary(IEnumerable<Recorded> answers)
    {
        var different = answers.Distinct().ToList();
        return different.Count == 1 ? different[0]
            : different.Any(static answer => answer is Recorded.Yes or Recorded.Partly) ? Recorded.Partly
            : Recorded.Unknown;
    }
}
