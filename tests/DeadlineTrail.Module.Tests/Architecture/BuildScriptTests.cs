using System;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Shell;
using Xunit;

namespace DeadlineTrail.Module.Tests.Architecture;

public class BuildScriptTests
{
    private static readonly string _script = Checkout.In("build.ps1");

    [Fact]
    public void Package_copies_exactly_the_shipped_files()
    {
        var folder = Directory.CreateTempSubdirectory("deadlinetrail-package-");
        try
        {
            var result = ShellProcess.Run("-File", _script, "Package", "-Destination", folder.FullName);

            Assert.Equal("", result.Errors);
            Assert.Equal(0, result.ExitCode);
            var version = Assert.Single(Directory.GetDirectories(Path.Combine(folder.FullName, "DeadlineTrail")));
            var help = Directory.Exists(Checkout.In("en-US")) ? ShippedFiles.Below(Checkout.In("en-US")).Select(file => "en-US/" + file) : [];
            Assert.Equal(
                ShippedFiles.AtTheTop
                    .Concat(ShippedFiles.Formats.Select(file => "bin/formats/" + file))
                    .Concat(ShippedFiles.Core.Select(file => "bin/Core/" + file))
                    .Concat(ShippedFiles.Desktop.Select(file => "bin/Desktop/" + file))
                    .Concat(help)
                    .Order(StringComparer.Ordinal),
                ShippedFiles.Below(version));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Nobody's machine has the secrets, and a fork's build server has none either.</summary>
    [Fact]
    public void Publish_without_a_key_does_nothing_and_says_so()
    {
        var result = ShellProcess.Run(["-File", _script, "Publish"], environment: new() { ["DEADLINETRAIL_GALLERY_KEY"] = "" });

        Assert.Equal("", result.Errors);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Not published: DEADLINETRAIL_GALLERY_KEY holds no key.\n", result.Output);
    }

    [Fact]
    public void An_unknown_task_is_an_error_that_names_the_tasks()
    {
        var result = ShellProcess.Run("-File", _script, "Bild");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is no task 'Bild'", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>It has to run in the development shell, which has the engine's commands only.</summary>
    [Fact]
    public void The_script_calls_no_command_that_the_engine_lacks()
    {
        var script = Parser.ParseFile(_script, out _, out var errors);
        Assert.Empty(errors);
        var own = script.FindAll(ast => ast is FunctionDefinitionAst, true).Cast<FunctionDefinitionAst>().Select(function => function.Name);
        var called = script.FindAll(ast => ast is CommandAst, true).Cast<CommandAst>()
            .Select(command => command.GetCommandName()).OfType<string>()
            .Distinct().Except(own, StringComparer.OrdinalIgnoreCase).ToList();

        using var engine = new ModuleHost();
        Assert.NotEmpty(called);
        Assert.All(called, name => Assert.Single(engine.Run($"Get-Command -Name {name} -CommandType Cmdlet").WithoutErrors().Output));
    }
}
