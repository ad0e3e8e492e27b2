using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Binding;

/// <summary>Files named, piped, by wildcard and by their exact names.</summary>
public sealed class PathTests : IClassFixture<ModuleHost>, IDisposable
{
    private const string NotFound = "PathNotFound,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand";

    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public PathTests(ModuleHost module)
    {
        _module = module;
        _folder.Write("a1.json", HandWritten.Record(1));
        _folder.Write("a2.json.gz", HandWritten.Record(2));
        _folder.Write("deep/er/b3.json", HandWritten.Record(3));
        _folder.Write("[x]/c[4].json", HandWritten.Record(4));
        _folder.Write("d`5 [.json", HandWritten.Record(5));
        _module.Set("folder", _folder.Path);
        _module.Run("[void]$ExecutionContext.SessionState.Path.SetLocation($folder)").WithoutErrors();
    }

    public void Dispose()
    {
        // The session must not stay in a folder that is gone.
        _module.Set("elsewhere", Path.GetTempPath());
        _module.Run("[void]$ExecutionContext.SessionState.Path.SetLocation($elsewhere)");
        _folder.Dispose();
    }

    [Theory]
    [InlineData("-Path $folder", new[] { 5, 4, 3, 2, 1 })]
    [InlineData("$folder", new[] { 5, 4, 3, 2, 1 })]
    [InlineData("-Path a1.json", new[] { 1 })]
    [InlineData("a1.json, deep", new[] { 3, 1 })]
    [InlineData("-Path a?.json*", new[] { 2, 1 })]
    [InlineData("-Path '[ab][12].js*'", new[] { 2, 1 })]
    [InlineData("-Path *", new[] { 5, 4, 3, 2, 1 })]
    [InlineData("-Path ./deep/../a1.json", new[] { 1 })]
    [InlineData("-LiteralPath '[x]'", new[] { 4 })]
    [InlineData("-LiteralPath '[x]/c[4].json', a1.json", new[] { 4, 1 })]
    [InlineData("-LiteralPath 'd`5 [.json'", new[] { 5 })]
    [InlineData("-PSPath a1.json", new[] { 1 })]
    [InlineData("-LP a1.json", new[] { 1 })]
    public void A_path_leads_to_its_logs(string arguments, int[] minutes) =>
        Assert.Equal(minutes, _module.Run("Get-DeadlineTrailEvent " + arguments).WithoutErrors().Minutes());

    [Fact]
    public void A_wildcard_that_matches_nothing_is_no_error_and_is_told()
    {
        var run = _module.Run("Get-DeadlineTrailEvent -Path zzz*.json -Verbose").WithoutErrors();

        Assert.Empty(run.Output);
        Assert.Contains("No file matches \"zzz*.json\".", run.Verbose);
    }

    [Fact]
    public void Brackets_meant_as_they_stand_are_told_how_to_be_given() =>
        Assert.Contains(_module.Run("Get-DeadlineTrailEvent -Path '[x]/c[4].json' -Verbose").Verbose, message => message.Contains("-LiteralPath", StringComparison.Ordinal));

    [Theory]
    [InlineData("-Path nothing.json")]
    [InlineData("-LiteralPath 'a?.json'")]
    [InlineData("-Path NoSuchDrive:/x.json")]
    public void A_path_to_nothing_is_an_error_and_the_others_are_read(string arguments)
    {
        var run = _module.Run($"Get-DeadlineTrailEvent {arguments}, a1.json");

        Assert.Equal([1], run.Minutes());
        var error = run.Errors.Single();
        Assert.Equal(NotFound, error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(arguments.Split(' ')[1].Trim('\''), error.TargetObject);
    }

    [Theory]
    [InlineData("-Path Env:PATH")]
    [InlineData("-LiteralPath Variable:folder")]
    public void A_path_of_another_provider_is_an_error(string arguments)
    {
        var error = _module.Run("Get-DeadlineTrailEvent " + arguments).Errors.Single();

        Assert.Equal("PathNotFileSystem,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }

    [Fact]
    public void Files_are_read_wherever_the_session_stands()
    {
        var run = _module.Run("[void]$ExecutionContext.SessionState.Path.SetLocation('Env:'); $input | Get-DeadlineTrailEvent", new FileInfo(_folder["a1.json"]));

        Assert.Equal([1], run.WithoutErrors().Minutes());
    }

    [Theory]
    [InlineData("a1.json", "file", 1)]
    [InlineData("a1.json", "item", 1)]
    [InlineData("a1.json", "text", 1)]
    [InlineData("a1.json", "path property", 1)]
    [InlineData("[x]/c[4].json", "file", 4)]
    [InlineData("[x]/c[4].json", "item", 4)]
    [InlineData("[x]/c[4].json", "path property", 4)]
    [InlineData("d`5 [.json", "file", 5)]
    [InlineData("d`5 [.json", "item", 5)]
    [InlineData("deep", "file", 3)]
    [InlineData("deep", "item", 3)]
    public void A_file_comes_through_the_pipeline_in_any_form(string name, string form, int minute)
    {
        object piped = form switch
        {
            "file" => Directory.Exists(_folder[name]) ? new DirectoryInfo(_folder[name]) : new FileInfo(_folder[name]),
            "item" => _folder.ChildItem(name),
            "text" => name,
            _ => With("PSPath", _folder[name]),
        };

        Assert.Equal([minute], _module.Run("$input | Get-DeadlineTrailEvent", piped).WithoutErrors().Minutes());
    }

    [Fact]
    public void Whatever_else_comes_is_an_error_that_names_the_cmdlet_for_it_and_the_files_are_read()
    {
        var run = _module.Run("$input | Get-DeadlineTrailEvent", 5, _folder.ChildItem("a1.json"), new byte[] { 1 }, _folder.ChildItem("a2.json.gz"), With("Records", "x"));

        Assert.Equal([2, 1], run.Minutes());
        Assert.Equal(3, run.Errors.Count);
        Assert.All(run.Errors, error => Assert.Contains("ConvertFrom-DeadlineTrailLog", error.Exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Piped_files_are_one_query()
    {
        // The same record in two files, delivered in the wrong order.
        _folder.Write("late.json", HandWritten.Record(9), HandWritten.Record(1));
        var files = new object[] { _folder.ChildItem("a1.json"), "a2.json.gz", _folder.ChildItem("late.json"), new DirectoryInfo(_folder["deep"]) };

        Assert.Equal([9, 3, 2, 1], _module.Run("$input | Get-DeadlineTrailEvent", files).WithoutErrors().Minutes());
        Assert.Equal([9, 3], _module.Run("$input | Get-DeadlineTrailEvent -MaxEvents 2", files).WithoutErrors().Minutes());
        Assert.Equal([1, 2, 3], _module.Run("$input | Get-DeadlineTrailEvent -Oldest -MaxEvents 3", files).WithoutErrors().Minutes());
        Assert.Equal([9, 3, 2, 1, 1], _module.Run("$input | Get-DeadlineTrailEvent -IncludeDuplicate", files).WithoutErrors().Minutes());
        Assert.Equal([1, 2, 3, 9], _module.Run("$input | Get-DeadlineTrailEvent -Unordered", files).WithoutErrors().Minutes().Order());
    }

    [Fact]
    public void A_file_named_twice_is_read_once() =>
        Assert.Equal([1], _module.Run("Get-DeadlineTrailEvent a1.json, ./a1.json, $folder/a1.json, a1* -IncludeDuplicate").WithoutErrors().Minutes());

    [Fact]
    public void Paths_on_the_command_line_are_looked_up_once_for_all_identifiers_piped()
    {
        var run = _module.Run("$input | Get-DeadlineTrailEvent -Path a1.json, nothing.json", With("QueueId", HandWritten.Queue), With("QueueId", "queue-ffffffffffffffffffffffffffffffff"));

        Assert.Equal([1], run.Minutes());
        Assert.Equal([NotFound], run.Errors.Select(error => error.FullyQualifiedErrorId));
    }

    private static PSObject With(string property, string value)
    {
        var custom = new PSObject();
        custom.Properties.Add(new PSNoteProperty(property, value));
        return custom;
    }
}
