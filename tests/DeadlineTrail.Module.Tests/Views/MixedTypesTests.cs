using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.SignIns;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Views;

/// <summary>
/// Objects of different types in one pipeline. PowerShell uses the view of the first object's type for the objects of that
/// type; of all others it lists properties, without a look at their views.
/// </summary>
public sealed class MixedTypesTests : IAsyncLifetime, IDisposable
{
    private const int Width = 120;

    // Enough that the text was in every field of some.
    private const int Several = 16;

    private static readonly Dictionary<string, string> Objects = new(StringComparer.Ordinal)
    {
        ["TrailEvent"] = "$e",
        ["Actor"] = "$e.Actor",
        ["Client"] = "$e.Client",
        ["Origin"] = "$e.Origin",
        ["TrailResource"] = "$e.Resources",
        ["RecordObject"] = "$e.RequestParameters",
        ["TrailAction"] = "Get-DeadlineTrailAction *Farm",
        ["SignIn"] = "$s",
        ["Finding"] = "$s.Findings",
        ["CredentialGrant"] = "$s.Grants",
        ["ResourceHistoryEntry"] = "$h",
        ["PropertyChange"] = "$h.Changes",
        ["TrailMeasure"] = "$e | Measure-DeadlineTrailEvent -Property ActorName, EventName",
        ["TrailSource"] = "$t",
        ["TrailSourceCheck"] = "$t | Test-DeadlineTrailSource @aws",
        ["TrailSourceOperation"] = "$t.Operations",
    };

    private readonly ModuleHost _module = new();
    private readonly TrailFolder _folder = new();
    private LoopbackAws _aws = null!;

    public async Task InitializeAsync() => _aws = await LoopbackAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("sequences")]
    [InlineData("directions")]
    [InlineData("lines")]
    public void Whatever_comes_behind_whatever_nothing_of_a_text_reaches_the_terminal_as_it_is(string name)
    {
        Make(HostileLog.Of(name), HostileLog.Texts[name], isHostile: true);
        foreach (var first in Objects.Keys)
        {
            foreach (var second in Objects.Keys)
            {
                var shown = _module.Format($"$one['{first}']; $several['{second}']", Width);

                Assert.True(!shown.Any(HostileLog.IsHarmful), $"{first}, {second}: " + Uri.EscapeDataString(shown.Split('\n').FirstOrDefault(line => line.Any(HostileLog.IsHarmful)) ?? string.Empty));
            }
        }
    }

    [Fact]
    public void What_comes_behind_another_type_shows_what_its_list_shows()
    {
        Make(TrailFolder.Log([SignInRecords.SignIn(10), SignInRecords.Grant(12), SignInRecords.Call(13, 12, "UpdateQueue", "198.51.100.1")]), "studio", isHostile: false);

        var shown = _module.Format("$s.Findings; $s.Grants", Width);

        Assert.Contains("ShownRole", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("EventId", shown, StringComparison.Ordinal);
    }

    private void Make(string log, string text, bool isHostile)
    {
        _aws.AddTrail(new LoopbackTrail("studio", "us-west-2", "logs") { AccountId = _aws.Key.AccountId, S3KeyPrefix = text, LatestDeliveryError = text, KmsKeyId = text, SnsTopicArn = text });
        _module.Set("aws", new Hashtable { ["AccessKey"] = _aws.Key.AccessKeyId, ["SecretKey"] = _aws.Key.SecretAccessKey, ["EndpointUrl"] = _aws.Endpoint, ["Region"] = "us-west-2" });
        _module.Set("log", _folder.Write("log.json", log));
        _module.Set("queue", HandWritten.Queue);
        _module.Run("""
            $e = Get-DeadlineTrailEvent $log -EventSource *
            $s = Get-DeadlineSignIn -Path $log -IncludeUnlinked
            $h = Get-DeadlineResourceHistory $queue -Path $log
            $t = Get-DeadlineTrailSource @aws
            $one = @{}
            $several = @{}
            """);
        foreach (var (type, script) in Objects)
        {
            _module.Run($"$all = @({script}); $step = [Math]::Max(1, [int][Math]::Floor($all.Length / {Several})); $one['{type}'] = $all[0]; $several['{type}'] = @(for ($at = $all.Length - 1; $at -ge 0; $at -= $step) {{ $all[$at] }})");

            var made = _module.Run($"foreach ($each in $several['{type}']) {{ $each.GetType().Name }}").Objects;
            Assert.True(!isHostile || made.Contains(type), $"There is no {type}: {string.Join(", ", _module.Run(script).Errors.Select(static each => each.ToString()))}");
        }
    }
}
