using System;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Views;

/// <summary>
/// Every text that attacks whoever reads it, in every field of every kind of record, one field at a time and all at once,
/// through every view there is.
/// </summary>
public sealed class HostileFieldTests : IClassFixture<ModuleHost>, IDisposable
{
    private const int Width = 120;

    private static readonly string[] Messages = ["WARNING: ", "VERBOSE: ", "Get-Deadline", "+ CategoryInfo "];

    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public HostileFieldTests(ModuleHost module) => _module = module;

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => [.. HostileLog.Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_a_text_reaches_the_terminal_as_it_is(string name)
    {
        _module.Set("log", _folder.Write("log.json", HostileLog.Of(name)));
        _module.Set("farm", HandWritten.Farm);
        _module.Set("queue", HandWritten.Queue);
        foreach (var script in Scripts)
        {
            var shown = _module.Format(script, Width);

            Assert.True(shown.Length > 0 || script.Contains("Findings", StringComparison.Ordinal), script);
            Assert.True(!shown.Any(HostileLog.IsHarmful), $"{script}: U+{(int)shown.FirstOrDefault(HostileLog.IsHarmful):X4} in {Uri.EscapeDataString(shown.Split('\n').FirstOrDefault(line => line.Any(HostileLog.IsHarmful)) ?? string.Empty)}");

            // A message is one line, which the terminal folds.
            Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= (IsMessage(line) ? 10 * Width : Width), script + ": " + line));
        }
    }

    private static readonly string[] Scripts =
    [
        "$e = Get-DeadlineTrailEvent $log -EventSource * -Verbose; $e",
        "$e | Format-List",
        "$e.Actor",
        "$e.Client",
        "$e.Origin",
        "$e.Resources",
        "$e.RequestParameters; $e.ResponseElements; $e.AdditionalEventData; $e.ServiceEventDetails; $e.Record",
        "$s = Get-DeadlineSignIn -Path $log -IncludeUnlinked -Verbose; $s",
        "$s | Format-List",
        "$s.Findings",
        "$s.Grants",
        "$s.Findings | Format-List",
        "$s.Grants | Format-List",
        "$h = Get-DeadlineResourceHistory $queue -Path $log -Verbose; $h",
        "$h | Format-List",
        "$h.Changes",
        "$h.Changes | Format-List",
        "$e | Measure-DeadlineTrailEvent",
        "$e | Measure-DeadlineTrailEvent -Property ActorName, EventName, SourceIPAddress",
        "$e | Measure-DeadlineTrailEvent -Property ActorName, EventName, SourceIPAddress | Format-List",
        "$h.Changes | Format-Table",
        "$e.Actor | Format-List",
        "$e | Measure-DeadlineTrailEvent -Property ErrorCode, ClientName, AccountId, Region",
        "[System.IO.File]::ReadAllText($log) | ConvertFrom-DeadlineTrailLog -Verbose",
        "Get-DeadlineResourceHistory ($e.RequestParameters.displayName -ne $null)[0] -Path $log",
        "$ErrorView = 'NormalView'; Get-DeadlineTrailAction -Name ([string]($e.ActorName | Where-Object { $_ -and $_ -notmatch '[\\[\\]*?]' })); $ErrorView = 'ConciseView'",
    ];

    private static bool IsMessage(string line) => Messages.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal));
}
