using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace DeadlineTrail.Module.Tests.Shell;

public class ShellCommandTests
{
    private const string WriteError = """
        function Write-Wrong {
            [CmdletBinding()] param()
            $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new('went wrong'), 'Wrong', 'InvalidData', $null))
        }

        """;

    /// <summary>
    /// Expected codes are pwsh's, from https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh:
    /// "the exit code is 1 when $? is $false or 0 when $? is $true", unless the text itself calls exit.
    /// </summary>
    [Theory]
    [InlineData("1", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("exit", 0)]
    [InlineData("throw 'no'", 1)]
    [InlineData("throw 'no'; exit 3", 1)]
    [InlineData("No-SuchCommand", 1)]
    [InlineData("No-SuchCommand; 1", 0)]
    [InlineData(WriteError + "Write-Wrong", 1)]
    [InlineData(WriteError + "Write-Wrong; 1", 0)]
    [InlineData("dotnet --no-such-option", 1)]
    [InlineData("if (", 1)]
    public void Command_ends_with_the_exit_code_of_pwsh(string command, int expected)
    {
        Assert.Equal(expected, ShellProcess.Run("-Command", command).ExitCode);
    }

    [Fact]
    public void Errors_go_to_standard_error_and_all_else_to_standard_output()
    {
        var result = ShellProcess.Run("-NoProfile", "-c", WriteError + """
            function Write-All { [CmdletBinding()] param() 'an object'; $PSCmdlet.WriteVerbose('a detail'); $PSCmdlet.WriteWarning('a warning') }
            Write-All -Verbose; Write-Wrong; throw 'the end'
            """);

        Assert.Equal("an object\nVERBOSE: a detail\nWARNING: a warning\n", result.Output);
        Assert.Contains("Write-Wrong: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("went wrong", result.Errors, StringComparison.Ordinal);
        Assert.Contains("the end", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_cannot_be_parsed_is_shown_with_its_place()
    {
        var result = ShellProcess.Run("-Command", "if (");

        Assert.Contains("Missing condition in if statement after 'if ('.", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Redirected_output_has_neither_escapes_nor_progress()
    {
        var result = ShellProcess.Run("-Command", WriteError + """
            function Write-Progressing { [CmdletBinding()] param() $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'reading', 'so far')); [pscustomobject]@{ Name = 'a' } }
            Write-Progressing; Write-Wrong
            """);

        Assert.Contains("Name", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\x1b', result.Output);
        Assert.DoesNotContain('\x1b', result.Errors);
        Assert.DoesNotContain("reading", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 120)]
    [InlineData("40", 40)]
    public void Redirected_output_is_as_wide_as_COLUMNS_says_and_else_120(string? columns, int width)
    {
        var environment = columns is null ? [] : new Dictionary<string, string> { ["COLUMNS"] = columns };

        var result = ShellProcess.Run(["-Command", "[pscustomobject]@{ Text = 'x' * 500 } | Format-Table"], environment: environment);

        // PowerShell leaves the last column free.
        Assert.Equal(width - 1, result.Output.Split('\n').Max(line => line.Length));
    }

    [Fact]
    public void The_module_is_there()
    {
        Assert.Equal("DeadlineTrail\n", ShellProcess.Run("-Command", "(Get-Module DeadlineTrail).Name").Output);
    }

    [Theory]
    [InlineData("1 | Select-Object -First 1")]
    [InlineData("Get-ChildItem")]
    public void A_command_that_only_PowerShell_itself_has_is_said_to_be_one(string command)
    {
        var result = ShellProcess.Run("-Command", command);

        Assert.Contains("is not recognized as a name of a cmdlet", result.Errors, StringComparison.Ordinal);
        Assert.Contains("comes with PowerShell itself", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_nobody_has_gets_no_hint()
    {
        Assert.DoesNotContain("comes with PowerShell", ShellProcess.Run("-Command", "No-SuchCommand").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_asked_when_input_is_redirected()
    {
        var result = ShellProcess.Run(["-Command", "function Get-It { param([Parameter(Mandatory)] $Name) $Name }; Get-It"], input: "from input\n");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("missing mandatory parameters: Name", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("-Command", "-")]
    public void Redirected_input_is_run_statement_by_statement_without_a_prompt(params string[] arguments)
    {
        var result = ShellProcess.Run(arguments, input: "1 + 1\nforeach ($i in 1..2) {\n  \"item $i\"\n}\nexit 4\n'not reached'\n");

        Assert.Equal("2\nitem 1\nitem 2\n", result.Output);
        Assert.Equal(4, result.ExitCode);
    }

    [Theory]
    [InlineData("-NoSuchOption")]
    [InlineData("no-such-file.ps1")]
    [InlineData("-File", "no-such-file.ps1")]
    [InlineData("-File")]
    [InlineData("-Command")]
    public void A_command_line_that_cannot_be_read_ends_with_64(params string[] arguments)
    {
        var result = ShellProcess.Run(arguments);

        Assert.Equal(64, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("-Command, -c <text>", result.Errors, StringComparison.Ordinal);
    }

    [InterruptFact]
    public void The_interrupt_signal_ends_an_endless_pipeline_with_1()
    {
        using var shell = ShellProcess.Start("-Command", "'started'; while ($true) { }");
        Assert.Equal("started", shell.ReadLine());

        Interrupt.Send(shell.Id);
        var result = shell.Finish();

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Errors);
    }
}
