using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>A document cannot have a command that no test runs without anybody noticing.</summary>
public sealed class ExampleReaderTests : IDisposable
{
    private readonly TrailFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Like this:\n\n    Get-DeadlineTrailEvent ./logs\n")]
    [InlineData("Like this:\n\n\tGet-DeadlineTrailEvent ./logs\n")]
    [InlineData("Like this:\n\n    $queues | Get-DeadlineResourceHistory -Path ./logs\n")]
    [InlineData("Like this:\n\n    Invoke-Pester tests/pester\n")]
    [InlineData("- Like this:\n\n  ```powershell\n  Get-DeadlineTrailEvent ./logs\n  ```\n")]
    [InlineData("```PowerShell\nGet-DeadlineTrailEvent ./logs\n```\n")]
    [InlineData("```ps1\nGet-DeadlineTrailEvent ./logs\n```\n")]
    [InlineData("```console\nGet-DeadlineTrailEvent ./logs\n```\n")]
    [InlineData("```text\nPS> Get-DeadlineTrailEvent ./logs\n```\n")]
    [InlineData("```sh\npwsh -Command 'Get-DeadlineTrailEvent ./logs'\n```\n")]
    [InlineData("```powershell\nGet-DeadlineTrailEvent ./logs\n")]
    public void A_command_that_would_not_be_run_is_refused(string document) =>
        Assert.Throws<InvalidDataException>(() => Read(document).ToList());

    [Theory]
    [InlineData("```powershell\nGet-DeadlineTrailEvent ./logs |\n    Format-Table EventName\n```\n", "Get-DeadlineTrailEvent ./logs |\n    Format-Table EventName")]
    [InlineData("```sh\ndotnet test\ndotnet run --project src/DeadlineTrail.Shell -- -Command \"Get-DeadlineTrailEvent ./logs\"\n```\n", "Get-DeadlineTrailEvent ./logs")]
    public void A_command_in_a_fence_is_an_example(string document, string commands) =>
        Assert.Equal([commands], Read(document).SelectMany(example => example.Steps).Select(step => step.Commands));

    [Theory]
    [InlineData("1. First\n\n    what `Get-DeadlineTrailEvent` gives\n")]
    [InlineData("    dotnet build\n")]
    [InlineData("```console\n./build.ps1 Build\n```\n")]
    [InlineData("```\nGet-DeadlineTrailEvent [-Path] <string[]>\n```\n")]
    public void What_is_no_command_of_a_reader_is_passed_over(string document) => Assert.Empty(Read(document));

    private IEnumerable<Example> Read(string document) =>
        ExampleReader.Read(_folder.Write("page.md", "# Page\n\n" + document));
}
