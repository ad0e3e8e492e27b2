using System;
using System.Management.Automation;

namespace DeadlineTrail.Cmdlets;

/// <summary>A name as a user gives it: literal, or with PowerShell's wildcards, and in any case of letters.</summary>
internal sealed class NamePattern
{
    private readonly WildcardPattern _pattern;

    internal NamePattern(string text)
    {
        Text = text;
        IsLiteral = !WildcardPattern.ContainsWildcardCharacters(text);
        _pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase);
        try
        {
            _pattern.IsMatch("");
        }
        catch (Exception bracket) when (WildcardDamage.Is(bracket))
        {
            // A bracket that is never closed can only be meant as it stands, and names that come out of a log can have one.
            IsLiteral = true;
            _pattern = WildcardPattern.Get(WildcardPattern.Escape(text), WildcardOptions.IgnoreCase);
        }
    }

    /// <summary>The name as given.</summary>
    internal string Text { get; }

    /// <summary>Whether the name has no wildcards, so that to match nothing is an error.</summary>
    internal bool IsLiteral { get; }

    internal bool IsMatch(string name) => _pattern.IsMatch(name);
}
