using System;
using System.Collections.Generic;
using System.IO;

namespace DeadlineTrail.Shell;

/// <summary>What the process was started with, read by pwsh's rules.</summary>
/// <remarks>
/// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh: names are case-insensitive
/// and may be shortened; -Command takes the rest of the line; what is no option is a file, and everything after the
/// file belongs to the script.
/// </remarks>
internal sealed record CommandLine
{
    public bool Help { get; private init; }

    public bool NonInteractive { get; private init; }

    /// <summary>The text to run; "-" for standard input; null when none was given.</summary>
    public string? Command { get; private init; }

    public string? File { get; private init; }

    public IReadOnlyList<string> FileArguments { get; private init; } = [];

    public string? Error { get; private init; }

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine();
        for (var i = 0; i < arguments.Count; i++)
        {
            var option = OptionName(arguments[i]);
            if (Is(option, "help", 1) || option == "?")
            {
                return line with { Help = true };
            }
            else if (Is(option, "noninteractive", 4))
            {
                line = line with { NonInteractive = true };
            }
            else if (Is(option, "noprofile", 3) || Is(option, "nologo", 3) || Is(option, "interactive", 1))
            {
                continue;
            }
            else if (Is(option, "command", 1))
            {
                return line.WithCommand(arguments, i + 1);
            }
            else
            {
                return line.WithFile(arguments, Is(option, "file", 1) ? i + 1 : i);
            }
        }

        return line;
    }

    private CommandLine WithCommand(IReadOnlyList<string> arguments, int first)
    {
        if (first == arguments.Count)
        {
            return Wrong("Cannot process the command because of a missing parameter. A command must follow -Command.");
        }

        var text = string.Join(' ', Rest(arguments, first));
        return arguments[first] == "-" && arguments.Count > first + 1
            ? Wrong("'-' was specified with the -Command parameter; no other arguments to -Command are permitted.")
            : this with { Command = text };
    }

    private CommandLine WithFile(IReadOnlyList<string> arguments, int first)
    {
        if (first == arguments.Count)
        {
            return Wrong("The command cannot be run because the File parameter requires a file path. Supply a path for the File parameter and then try the command again.");
        }

        var name = arguments[first];
        if (!System.IO.File.Exists(name))
        {
            return Wrong($"The argument '{name}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.");
        }

        return name.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
            ? this with { File = Path.GetFullPath(name), FileArguments = Rest(arguments, first + 1) }
            : Wrong($"Processing -File '{name}' failed because the file does not have a '.ps1' extension. Specify a valid PowerShell script file name, and then try again.");
    }

    private CommandLine Wrong(string error) => this with { Error = error };

    private static string OptionName(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..]
        : argument.StartsWith('-') ? argument[1..]
        : OperatingSystem.IsWindows() && argument.StartsWith('/') ? argument[1..]
        : "";

    private static bool Is(string option, string name, int shortest) =>
        option.Length >= shortest && name.StartsWith(option, StringComparison.OrdinalIgnoreCase);

    private static List<string> Rest(IReadOnlyList<string> arguments, int first)
    {
        var rest = new List<string>();
        for (var i = first; i < arguments.Count; i++)
        {
            rest.Add(arguments[i]);
        }

        return rest;
    }
}
