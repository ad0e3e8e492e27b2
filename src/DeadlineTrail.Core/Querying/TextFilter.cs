using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Querying;

/// <summary>Makes a test of a wildcard pattern: the rules of patterns are PowerShell's, and Core knows no PowerShell.</summary>
/// <param name="pattern">The pattern.</param>
internal delegate Func<string, bool> WildcardCompiler(string pattern);

/// <summary>Texts of which one must match: exactly, without regard to case, or as a wildcard pattern.</summary>
internal sealed class TextFilter
{
    private static readonly char[] Wildcards = ['*', '?', '['];

    private readonly HashSet<string> _literals;
    private readonly Func<string, bool>[] _patterns;

    /// <summary>Makes a filter.</summary>
    /// <param name="texts">The texts; at least one.</param>
    /// <param name="compile">Makes tests of those that have wildcards.</param>
    internal TextFilter(IEnumerable<string> texts, WildcardCompiler compile)
    {
        Texts = texts.ToArray();
        _literals = new HashSet<string>(Texts.Where(text => !HasWildcard(text)), StringComparer.OrdinalIgnoreCase);
        _patterns = Texts.Where(HasWildcard).Select(text => compile(text)).ToArray();
    }

    /// <summary>Gets the texts as they were given.</summary>
    internal IReadOnlyList<string> Texts { get; }

    /// <summary>Gets the one exact text that must match; null when there are several, or a pattern.</summary>
    internal string? OnlyLiteral => Texts.Count == 1 && _patterns.Length == 0 ? Texts[0] : null;

    /// <summary>Gets a value indicating whether everything matches.</summary>
    internal bool MatchesAll => Texts.Any(text => text == "*");

    /// <summary>Whether a text has a character that makes it a pattern.</summary>
    internal static bool HasWildcard(string text) => text.IndexOfAny(Wildcards) >= 0;

    /// <summary>Whether a text matches; null matches nothing.</summary>
    internal bool Matches(string? text) =>
        text is not null && (_literals.Contains(text) || Array.Exists(_patterns, pattern => pattern(text)));
}
