using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;

namespace DeadlineTrail.Module.Tests.Shell;

/// <summary>The built shell as a process whose three streams are redirected.</summary>
internal sealed class ShellProcess : IDisposable
{
    // A limit for hangs only: a test that reaches it has failed.
    private static readonly TimeSpan _hang = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ShellProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        // bin/<configuration>/<framework>/ of the shell, as of these tests.
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var shell = Checkout.In($"src/DeadlineTrail.Shell/bin/{framework.Parent!.Name}/{framework.Name}/DeadlineTrail.Shell.dll");
        var start = new ProcessStartInfo("dotnet", [shell, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Checkout.Root,
        };
        foreach (var name in new[] { "COLUMNS", "NO_COLOR", "TERM" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static ShellProcess Start(params string[] arguments) => new(arguments, new Dictionary<string, string>());

    public static ShellProcess Start(string[] arguments, Dictionary<string, string> environment) => new(arguments, environment);

    public static ShellResult Run(params string[] arguments) => Run(arguments, input: "", environment: null);

    public static ShellResult Run(string[] arguments, string input = "", Dictionary<string, string>? environment = null)
    {
        using var shell = new ShellProcess(arguments, environment ?? []);
        shell._process.StandardInput.Write(input);
        shell._process.StandardInput.Close();
        return shell.Finish();
    }

    public string? ReadLine() => _process.StandardOutput.ReadLine();

    public ShellResult Finish()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        if (!_process.WaitForExit(_hang))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException("The shell did not end.");
        }

        return new ShellResult(_process.ExitCode, output.Result.ReplaceLineEndings("\n"), _errors.Result.ReplaceLineEndings("\n"));
    }

    public void Dispose() => _process.Dispose();
}

internal sealed record ShellResult(int ExitCode, string Output, string Errors);
