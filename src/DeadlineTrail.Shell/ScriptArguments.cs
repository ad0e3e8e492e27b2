using System;
using System.Collections.Generic;
using System.Management.Automation.Runspaces;

namespace DeadlineTrail.Shell;

/// <summary>Turns what follows -File into what the script's param() is bound with.</summary>
internal static class ScriptArguments
{
    /// <remarks>
    /// "-Name" is a parameter whose value, if it takes one, is the next argument; "-Name:value" carries it, and there
    /// $true and $false are Booleans, so that -Switch:$false can be said from a shell that knows no Booleans.
    /// </remarks>
    public static IEnumerable<CommandParameter> Parse(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument.Length < 2 || argument[0] != '-')
            {
                yield return new CommandParameter(null, argument);
                continue;
            }

            var colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                yield return new CommandParameter(argument);
            }
            else if (colon < argument.Length - 1)
            {
                yield return new CommandParameter(argument[..colon], Value(argument[(colon + 1)..]));
            }
            else if (i + 1 < arguments.Count)
            {
                yield return new CommandParameter(argument[..colon], arguments[++i]);
            }
        }
    }

    private static object Value(string text) =>
        bool.TryParse(text.StartsWith('$') ? text[1..] : text, out var truth) ? truth : text;
}
