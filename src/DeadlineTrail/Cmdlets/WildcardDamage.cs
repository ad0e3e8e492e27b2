using System;
using System.Management.Automation;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// What PowerShell throws at a pattern whose brackets are not right. Most it refuses itself; others it makes a regular
/// expression of, such as <c>[\]-[]</c>, and it is the expression that is refused.
/// </summary>
internal static class WildcardDamage
{
    // .NET 7 and later throw a kind of ArgumentException that .NET Framework has no name for.
    private const string OfExpressions = "RegexParseException";

    internal static bool Is(Exception exception) => exception is WildcardPatternException
        || exception.GetType() == typeof(ArgumentException)
        || exception.GetType().Name == OfExpressions;
}
