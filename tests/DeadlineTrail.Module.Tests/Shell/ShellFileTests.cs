using System;
using System.IO;
using Xunit;

namespace DeadlineTrail.Module.Tests.Shell;

public sealed class ShellFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("deadlinetrail-shell-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Task=Build Extra=True Rest=", "-Task", "Build", "-Extra")]
    [InlineData("Task=Build Extra=False Rest=more", "Build", "more")]
    [InlineData("Task=Build Extra=False Rest=", "-Task:Build", "-Extra:$false")]
    [InlineData("Task=two words Extra=True Rest=", "-Extra", "-Task", "two words")]
    public void Arguments_after_the_file_bind_to_its_parameters(string expected, params string[] arguments)
    {
        var script = Script("""
            param([string] $Task, [switch] $Extra, [Parameter(ValueFromRemainingArguments)] $Rest)
            "Task=$Task Extra=$Extra Rest=$Rest"
            """);

        Assert.Equal(expected + "\n", ShellProcess.Run(["-File", script, .. arguments]).Output);
    }

    [Fact]
    public void Arguments_of_a_script_without_parameters_are_in_args()
    {
        var script = Script("$args.Count; $args");

        Assert.Equal("3\na\n-b\nc d\n", ShellProcess.Run("-f", script, "a", "-b", "c d").Output);
    }

    [Fact]
    public void Common_parameters_bind_as_well()
    {
        var script = Script("[CmdletBinding()] param() $PSCmdlet.WriteVerbose('a detail')");

        Assert.Equal("VERBOSE: a detail\n", ShellProcess.Run("-File", script, "-Verbose").Output);
    }

    [Fact]
    public void A_script_knows_where_it_is_and_needs_no_option_before_it()
    {
        var script = Script("$PSScriptRoot; $PSCommandPath");

        Assert.Equal($"{_folder}\n{script}\n", ShellProcess.Run(script).Output);
    }

    /// <summary>
    /// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh: "When the script file
    /// terminates with an exit command, the process exit code is set to the numeric argument used with the exit command.
    /// With normal termination, the exit code is always 0."
    /// </summary>
    [Theory]
    [InlineData("exit 5", 5)]
    [InlineData("function Stop-It { exit 6 }; Stop-It; 'not reached'", 6)]
    [InlineData("throw 'no'", 1)]
    [InlineData("No-SuchCommand", 0)]
    [InlineData("dotnet --no-such-option", 0)]
    [InlineData("dotnet --no-such-option; exit 0", 0)]
    public void File_ends_with_the_exit_code_of_pwsh(string text, int expected)
    {
        Assert.Equal(expected, ShellProcess.Run("-File", Script(text)).ExitCode);
    }

    [Fact]
    public void Exit_in_a_script_called_by_the_script_ends_only_that_one()
    {
        var inner = Script("exit 7", "inner.ps1");
        var outer = Script($"& '{inner}'; \"inner ended with $LASTEXITCODE\"");

        var result = ShellProcess.Run("-File", outer);

        Assert.Equal("inner ended with 7\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    private string Script(string text, string name = "script.ps1")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
