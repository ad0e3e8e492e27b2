using System;
using System.Diagnostics.CodeAnalysis;

namespace DeadlineTrail.Fuzzing;

/// <summary>Something that must hold does not.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made here alone, with its sentence.")]
[SuppressMessage("Design", "CA1064", Justification = "Made and seen here alone.")]
internal sealed class FindingException(string what) : Exception(what)
{
    internal static void Unless([DoesNotReturnIf(false)] bool holds, string what)
    {
        if (!holds)
        {
            throw new FindingException(what);
        }
    }

    internal static void Equal<T>(T expected, T actual, string what)
    {
        if (!Equals(expected, actual))
        {
            throw new FindingException($"{what}: {actual} where {expected} was expected");
        }
    }
}
