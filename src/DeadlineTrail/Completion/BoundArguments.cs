using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DeadlineTrail.Completion;

/// <summary>The arguments a command line has so far, as far as PowerShell can know them without running it.</summary>
internal readonly struct BoundArguments(IDictionary? bound)
{
    /// <summary>Whether a value would pass the filter that is bound to a parameter; where none is bound, everything passes.</summary>
    internal bool Allow(string parameter, string value)
    {
        object? argument = bound?[parameter];
        string[] texts = [.. Texts(argument is PSObject wrapped ? wrapped.BaseObject : argument)];
        return texts.Length == 0 || texts.Contains(value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The text that is bound to a parameter; null where none is.</summary>
    internal string? Text(string parameter) => (bound?[parameter] is PSObject wrapped ? wrapped.BaseObject : bound?[parameter]) as string;

    private static IEnumerable<string> Texts(object? argument) => argument switch
    {
        null => [],
        string text => [text],
        IEnumerable several => several.Cast<object?>().SelectMany(static one => one is null ? [] : new[] { one.ToString() ?? "" }),
        _ => [argument.ToString() ?? ""],
    };
}
