using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>A contender by name, before one is made.</summary>
/// <param name="Name">What the command line and the tables call it.</param>
/// <param name="Process">Contenders of one name here are measured in one process, one after the other.</param>
/// <param name="Says">What it does.</param>
/// <param name="Create">Makes one.</param>
/// <param name="Needs">The program it needs; null when it needs none.</param>
internal sealed record ContenderKind(string Name, string Process, string Says, Func<Contender> Create, string? Needs = null)
{
    internal const string Floor = "inflate";
    internal const string Reader = "reader";
    internal const string Cmdlet = "cmdlet";
    internal const string Ordered = "cmdlet-ordered";
    internal const string DuckDb = "duckdb";
    internal const string Script = "ConvertFrom-Json";

    /// <summary>Not a way of asking: PowerShell's engine alone, for its memory.</summary>
    internal static readonly ContenderKind Engine = new("engine", "engine", "PowerShell's engine, nothing imported", () => new BareEngine());

    private const string Warm = "module";
    private const string Tools = "tools";

    /// <summary>All of them, the floor first.</summary>
    internal static IReadOnlyList<ContenderKind> All { get; } =
    [
        new(Floor, Warm, "`GZipStream` to nowhere: the floor", static () => new Inflating()),
        new("inflate-checked", Warm, "the module's gzip stream to nowhere", static () => new InflatingChecked()),
        new(Reader, Warm, "the module's reader, unordered", static () => new ReaderContender()),
        new(Cmdlet, Warm, "`Get-DeadlineTrailEvent -Unordered \\| Out-Null`", static () => new CmdletContender("-Unordered")),
        new(Ordered, Warm, "`Get-DeadlineTrailEvent \\| Out-Null`", static () => new CmdletContender(string.Empty)),
        new(DuckDb, DuckDb, "DuckDB, `read_json` with explicit columns", static () => new DuckDbContender()),
        new("igzip", Tools, "`igzip -dc` to nowhere", static () => ShellPipeline.Inflating("igzip", "igzip -dc --"), "igzip"),
        new("zcat", Tools, "`zcat` to nowhere", static () => ShellPipeline.Inflating("gzip", "zcat --"), "zcat"),
        new("jq", Tools, "`zcat \\| jq`", static () => ShellPipeline.Jq(), "jq"),
        new(Script, Tools, "`ConvertFrom-Json` in pwsh", static () => new ConvertFromJsonScript(), "pwsh"),
    ];

    /// <summary>Gets why it cannot run here; null when it can.</summary>
    internal string? WhyNot => Needs is not null && InstalledProgram.Find(Needs) is null ? $"{Needs} is not installed" : null;

    /// <summary>Gets a value indicating whether it is somebody else's program or library, which may be unable to answer.</summary>
    internal bool IsAnothers => Process is DuckDb or Tools;

    internal static ContenderKind Named(string name) => All.Append(Engine).Single(kind => kind.Name == name);
}
