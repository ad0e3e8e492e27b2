using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.SignIns;

/// <summary>
/// The studio with its Identity Center in another account and Region, held against its ledger: through a bucket, and through
/// Event history with two profiles.
/// </summary>
public sealed class StudioSourceTests() : AgainstLoopback(options => options.Key = options.Key with { AccountId = Truth.Records.First(record => record.IsDeadline).AccountId })
{
    private static readonly StudioTrail s_studio = Studio.Create(new StudioOptions
    {
        Seed = 12, Days = 2, Artists = 2, Workers = 1, HeartbeatSeconds = 3600, NoiseRatio = 0.1, OrganizationId = "o-3x4mpl3org", UnusualSignIns = true,
    });

    private static Ledger Truth => s_studio.Ledger;

    private protected override void Prepare()
    {
        var management = Truth.Records.First(record => record.EventSource == "signin.amazonaws.com").AccountId;
        Assert.NotEqual(Aws.Key.AccountId, management);
        var other = new LoopbackKey("AKIALOOPBACKMANAGE01", "loopback/management+EXAMPLEKEYEXAMPLEKEY") { AccountId = management };
        Aws.AddKey(other);
        var profiles = Folder.Write("credentials", Aws.Key.Profile("farm") + other.Profile("management"));
        Module.Set("aws", new Hashtable { ["ProfileName"] = "farm", ["ProfileLocation"] = profiles, ["EndpointUrl"] = Aws.Endpoint });
        Module.Set("StoredAWSRegion", "eu-west-1");
    }

    [Fact]
    public void Through_a_bucket_every_session_is_found_once_with_its_calls()
    {
        s_studio.WriteTo(Folder["tree"]);
        Aws.AddBucket("org-logs", "us-west-2", Folder["tree"]);

        Check(Module.Run("Get-DeadlineSignIn @aws -BucketName org-logs -StartTime 2026-03-01T00:00:00Z"), static _ => true);
    }

    [Fact]
    public void Through_Event_history_of_two_Regions_with_two_profiles_every_session_is_found_once_with_the_calls_it_can_have()
    {
        Aws.AddEvents(Truth.Records);

        Check(Module.Run("Get-DeadlineSignIn @aws -Region us-west-2 -SignInSource @{ ProfileName = 'management'; Region = 'us-east-1' }"), IsManagement);
    }

    private static bool IsManagement(LedgerRecord record)
    {
        var json = JsonDocument.Parse(record.Json).RootElement;
        return json.TryGetProperty("eventCategory", out var category) ? category.GetString() == "Management" : json.GetProperty("managementEvent").GetBoolean();
    }

    private void Check(ModuleRun run, Func<LedgerRecord, bool> isRecorded)
    {
        var records = Truth.Records.ToDictionary(record => record.EventId);
        var found = run.WithoutErrors().Output;

        Assert.Empty(run.Warnings);
        Assert.NotEmpty(Truth.FailedSignIns);
        Assert.Equal(Sorted(Truth.FailedSignIns.Select(failed => failed.EventId)), Sorted(found.Where(session => (string)session.Value("Outcome")! == "Failure").Select(session => (string)session.Value("SignInEventId")!)));
        Assert.Equal(
            Sorted(new SignInTruth(Truth).Sessions().Select(session => $"{session.SignInEventId} {string.Join(' ', session.Grants)}")),
            Sorted(found.Where(session => (string)session.Value("Outcome")! != "Failure").Select(session => $"{session.Value("SignInEventId")} {string.Join(' ', Grants(session))}")));
        Assert.Equal(Truth.SignIns.Sum(session => session.Calls.Count(id => isRecorded(records[id]))), found.Sum(session => (long)session.Value("CallCount")!));
    }

    private static IEnumerable<object> Grants(PSObject session) =>
        ((IEnumerable)session.Value("Grants")!).Cast<object>().Select(grant => PSObject.AsPSObject(grant).Properties["EventId"].Value);

    private static IEnumerable<string> Sorted(IEnumerable<string> ids) => ids.Order(StringComparer.Ordinal);
}
