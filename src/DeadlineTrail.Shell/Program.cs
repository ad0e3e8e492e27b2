using System;

namespace DeadlineTrail.Shell;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        var line = CommandLine.Parse(arguments);
        if (line.Error is not null)
        {
            Console.Error.WriteLine(line.Error);
            Console.Error.WriteLine();
            Console.Error.WriteLine(Usage.Text);
            return ExitCode.BadCommandLine;
        }

        if (line.Help)
        {
            Console.Out.WriteLine(Usage.Text);
            return ExitCode.Success;
        }

        using var session = new Session(new ShellHost(mayAsk: !line.NonInteractive && !Console.IsInputRedirected));
        using var breaks = new BreakKey(session.Stop);
        if (!session.ImportModule())
        {
            return ExitCode.Failure;
        }

        if (line.File is not null)
        {
            return session.RunFile(line.File, line.FileArguments);
        }

        return line.Command is not null ? session.RunCommand(line.Command) : InteractiveLoop.Run(session);
    }
}
