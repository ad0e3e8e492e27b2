using System;
using System.IO;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Module.Tests.SignIns;

/// <summary>Get-DeadlineSignIn as a user has it.</summary>
public sealed class SignInTests(ModuleHost module) : IClassFixture<ModuleHost>, IDisposable
{
    private const string ThreeServices = "deadline.amazonaws.com, signin.amazonaws.com, sts.amazonaws.com";

    private readonly TrailFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_samples_have_the_sessions_that_were_played()
    {
        var truth = SampleStudio.Play().Ledger;
        module.Set("samples", Checkout.In("docs/samples"));

        var run = module.Run("Get-DeadlineSignIn -Path $samples -IncludeUnlinked").WithoutErrors();

        Assert.Equal(truth.FailedSignIns.Count, run.Output.Count(each => (string)each.Value("Outcome")! == "Failure"));
        Assert.Equal(truth.SignIns.Sum(session => session.Grants.Count), run.Output.Sum(each => (int)each.Value("GrantCount")!));
        Assert.Equal(truth.SignIns.Sum(session => session.Calls.Count), run.Output.Sum(each => (long)each.Value("CallCount")!));
        Assert.Superset(
            truth.SignIns.Select(session => session.SignInEventId).OfType<string>().ToHashSet(),
            run.Output.Where(each => (string)each.Value("Outcome")! == "Success").Select(each => (string)each.Value("SignInEventId")!).ToHashSet());
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void Flat_properties_tell_who_when_from_where_and_how()
    {
        Session();

        var session = Assert.Single(module.Run("Get-DeadlineSignIn -Path $path").WithoutErrors().Output);

        Assert.Equal(SignInRecords.UserId, session.Value("UserId"));
        Assert.Equal("ana@studio.example", session.Value("UserName"));
        Assert.Equal("Success", session.Value("Outcome"));
        Assert.Equal(HandWritten.Utc(0).ToLocalTime(), session.Value("SignInTime"));
        Assert.Equal(DateTimeKind.Local, ((DateTime)session.Value("SignInTime")!).Kind);
        Assert.Equal(HandWritten.Time(0), session.Value("SignInTimeUtc"));
        Assert.Equal("203.0.113.10", session.Value("SourceIPAddress"));
        Assert.Equal("PASSWORD,TOTP", session.Value("CredentialType"));
        Assert.Equal(true, session.Value("MfaUsed"));
        Assert.Equal(2, session.Value("GrantCount"));
        Assert.Equal(3L, session.Value("CallCount"));
        Assert.Equal(0L, session.Value("DeniedCount"));
        Assert.Equal(HandWritten.Time(0), session.Value("StartTimeUtc"));
        Assert.Equal(HandWritten.Time(29), session.Value("EndTimeUtc"));
        Assert.Equal("AddressDiffers, CallOutsideMonitorRole", session.Value("Findings")!.ToString());
        Assert.Null(session.Value("Calls"));
    }

    [Fact]
    public void The_table_answers_at_a_glance()
    {
        Session();
        _folder.Write("failed.json", SignInRecords.Failure(-60));

        var table = module.Format("Get-DeadlineSignIn -Path $path", 140);

        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("ana@studio.example", lines[2], StringComparison.Ordinal);
        Assert.Contains("Success", lines[2], StringComparison.Ordinal);
        Assert.Contains("PASSWORD+TOTP", lines[2], StringComparison.Ordinal);
        Assert.Contains("203.0.113.10", lines[2], StringComparison.Ordinal);
        Assert.Contains("AddressDiffers", lines[2], StringComparison.Ordinal);
        Assert.Contains("Failure", lines[3], StringComparison.Ordinal);
        Assert.Contains("198.51.100.77", lines[3], StringComparison.Ordinal);
        Assert.All(module.Format("Get-DeadlineSignIn -Path $path", 80).Split('\n'), line => Assert.True(line.Length <= 80));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" | Format-List")]
    public void No_name_reaches_the_terminal_as_it_is(string view)
    {
        _folder.Write("a.json", SignInRecords.SignIn(0, "\u001b[2Jana\u202eeve"), SignInRecords.Grant(1));
        module.Set("path", _folder.Path);

        var shown = module.Format("Get-DeadlineSignIn -Path $path" + view);

        Assert.DoesNotContain('\u001b', shown);
        Assert.DoesNotContain('\u202e', shown);
        Assert.Contains(@"\u001b[2Jana", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_tells_how_it_was_joined_and_what_to_look_at()
    {
        Session();

        var list = module.Format("Get-DeadlineSignIn -Path $path | Format-List", 300);

        Assert.Contains("sign-in and grants by UserId, calls by AccessKey", list, StringComparison.Ordinal);
        Assert.Contains("with a second factor", list, StringComparison.Ordinal);
        Assert.Contains("UpdateQueue (1, 0 denied)", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-UserId 94d0*", 3)]
    [InlineData("-UserId 0000*", 0)]
    [InlineData("-UserName ANA@*", 3)]
    [InlineData("-UserName eve", 0)]
    [InlineData("-Outcome Failure", 1)]
    [InlineData("-Outcome Success, Failure", 2)]
    [InlineData("-Outcome notseen", 1)]
    [InlineData("-SourceIPAddress 203.0.113.0/24", 1)]
    [InlineData("-SourceIPAddress 192.0.2.99", 1)]
    [InlineData("-AccountId 999988887777", 2)]
    [InlineData("-AccountId 111122223333", 2)]
    [InlineData("-Region eu-central-1", 2)]
    [InlineData("-AccessKeyId ASIAEXAMPLEKEY000014", 1)]
    [InlineData("-AccessKeyId ASIAEXAMPLEKEY000720", 1)]
    [InlineData("-EventName UpdateQueue", 1)]
    [InlineData("-EventName UpdateQueue, CredentialVerification", 2)]
    [InlineData("-EventName UpdateQueue -SourceIPAddress 203.0.113.10", 0)]
    [InlineData("-EventName GetQueue -SourceIPAddress 203.0.113.10", 1)]
    [InlineData("-EventSource sts.amazonaws.com", 2)]
    [InlineData("-EventSource deadline.amazonaws.com, signin.amazonaws.com", 2)]
    [InlineData("-Failed", 1)]
    [InlineData("-Denied", 0)]
    [InlineData("-QueueId queue-00112233445566778899aabbccddeeff", 1)]
    [InlineData("-EventId 00000000-0000-4000-8000-000000000014", 1)]
    [InlineData("-EventName UpdateQueue -Outcome Failure", 0)]
    [InlineData("-MaxEvents 2", 2)]
    [InlineData("-StartTime 2026-03-02T10:29:01Z -EndTime 2026-03-02T12:00:00Z", 0)]
    [InlineData("-StartTime 2026-03-02T10:29:00Z -EndTime 2026-03-02T12:00:00Z", 1)]
    public void Filters_choose_sessions_by_one_event_or_by_what_they_are(string filter, int count)
    {
        Session();
        _folder.Write("others.json", SignInRecords.Failure(-60), SignInRecords.Grant(720));

        Assert.Equal(count, module.Run("Get-DeadlineSignIn -Path $path " + filter).WithoutErrors().Output.Count);
    }

    [Theory]
    [InlineData("Get-Command Get-DeadlineSignIn")]
    public void Every_filter_has_a_property_of_its_name(string command)
    {
        Session();
        module.Run($"$command = {command}; $session = Get-DeadlineSignIn -Path $path").WithoutErrors();

        foreach (var filter in (string[])["StartTime", "EndTime", "UserId", "UserName", "Outcome", "SourceIPAddress", "Region", "AccountId", "AccessKeyId"])
        {
            Assert.Equal([true, true], module.Run($"$command.Parameters.ContainsKey('{filter}'); $null -ne $session.{filter}").WithoutErrors().Objects);
        }
    }

    [Fact]
    public void What_a_job_gives_back_is_still_flat_and_reads_no_file_again()
    {
        Session();
        module.Run("$session = Get-DeadlineSignIn -Path $path -IncludeActivity").WithoutErrors();
        Directory.Delete(_folder.Path, recursive: true);
        Directory.CreateDirectory(_folder.Path);

        var back = Assert.Single(module.Run("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($session))").WithoutErrors().Output);

        Assert.Equal("ana@studio.example", back.Value("UserName"));
        Assert.Equal(3L, back.Value("CallCount"));
        Assert.Equal(HandWritten.Time(0), back.Value("SignInTimeUtc"));
        Assert.Null(back.Value("Calls"));
        module.Set("back", back);
        Assert.Contains("ana@studio.example", module.Format("$back", 160), StringComparison.Ordinal);
        Assert.Equal(module.Format("$session", 160), module.Format("$back", 160));
        Assert.Equal(module.Format("$session | Format-List", 160), module.Format("$back | Format-List", 160));
    }

    [Fact]
    public void Findings_and_grants_are_shown_safely_too()
    {
        _folder.Write("a.json", SignInRecords.Failure(0), SignInRecords.Failure(1), SignInRecords.SignIn(2), SignInRecords.Grant(3));
        var hostile = SignInRecords.Failure(1);
        hostile["sourceIPAddress"] = "\u001b[2J198.51.100.9";
        hostile["eventID"] = HandWritten.Id(99);
        _folder.Write("b.json", hostile);
        module.Set("path", _folder.Path);

        var shown = module.Format("(Get-DeadlineSignIn -Path $path -Outcome Success) | ForEach-Object { $_.Findings; $_.Grants }", 160);

        Assert.DoesNotContain('\u001b', shown);
        Assert.Contains("FailuresBeforeSuccess", shown, StringComparison.Ordinal);
        Assert.Contains(@"\u001b[2J198.51.100.9", shown, StringComparison.Ordinal);
        Assert.Contains("ASIAEXAMPLEKEY000003", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_comes_first_and_the_oldest_when_asked_for()
    {
        Session();
        _folder.Write("others.json", SignInRecords.Failure(-60), SignInRecords.Grant(720));

        Assert.Equal(["NotSeen", "Success", "Failure"], module.Run("Get-DeadlineSignIn -Path $path").Output.Select(each => each.Value("Outcome")));
        Assert.Equal(["Failure", "Success"], module.Run("Get-DeadlineSignIn -Path $path -Oldest -MaxEvents 2").Output.Select(each => each.Value("Outcome")));
    }

    [Fact]
    public void A_missing_half_is_said_and_can_be_given_by_source_or_by_events()
    {
        _folder.Write("farm/a.json", SignInRecords.Grant(1), SignInRecords.Call(2, 1));
        _folder.Write("management/b.json", SignInRecords.SignIn(0), SignInRecords.Grant(900));
        module.Set("farm", _folder["farm"]);
        module.Set("management", _folder["management"]);

        var half = module.Run("Get-DeadlineSignIn -Path $farm").WithoutErrors();
        Assert.Equal("NotSeen", Assert.Single(half.Output).Value("Outcome"));
        Assert.Contains("UserAuthentication", Assert.Single(half.Warnings), StringComparison.Ordinal);

        var bySource = module.Run("Get-DeadlineSignIn -Path $farm -SignInSource @{ path = $management }").WithoutErrors();
        Assert.Equal("Success", Assert.Single(bySource.Output).Value("Outcome"));
        Assert.Empty(bySource.Warnings);

        var byEvents = module.Run("Get-DeadlineSignIn -LiteralPath $farm -SignInEvent (Get-DeadlineTrailEvent -Path $management -EventSource *)").WithoutErrors();
        Assert.Equal("Success", Assert.Single(byEvents.Output).Value("Outcome"));
    }

    [Fact]
    public void A_source_with_another_parameter_is_an_error_that_names_those_there_are()
    {
        Session();

        var error = module.Run("Get-DeadlineSignIn -Path $path -SignInSource @{ Bucket = 'x' }").Errors.Single();

        Assert.StartsWith("InvalidFilter", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("LiteralPath", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Piped_events_give_the_same_and_those_of_one_service_a_single_warning()
    {
        Session();

        var piped = module.Run($"Get-DeadlineTrailEvent -Path $path -EventSource {ThreeServices} | Get-DeadlineSignIn").WithoutErrors();
        Assert.Equal(3L, Assert.Single(piped.Output).Value("CallCount"));

        var onlyDeadline = module.Run("Get-DeadlineTrailEvent -Path $path | Get-DeadlineSignIn").WithoutErrors();
        Assert.Empty(onlyDeadline.Output);
        Assert.Contains("-EventSource " + ThreeServices, Assert.Single(onlyDeadline.Warnings), StringComparison.Ordinal);

        Assert.Empty(module.Run("@() | Get-DeadlineSignIn").WithoutErrors().Output);
    }

    [Fact]
    public void The_calls_are_read_again_and_a_lost_file_is_an_error()
    {
        Session();
        module.Run("$session = Get-DeadlineSignIn -Path $path -IncludeActivity").WithoutErrors();

        Assert.Equal([2, 16, 17], module.Run("$session.Calls").WithoutErrors().Minutes());

        File.Delete(_folder["calls.json.gz"]);
        Assert.Contains(module.Run("foreach ($call in $session.Calls) { $call }").Errors, error => error.Exception.Message.Contains("calls.json.gz", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_any_source_Event_history_is_asked_and_a_profile_that_is_not_there_is_one_error()
    {
        var error = Assert.Single(module.Run("Get-DeadlineSignIn -ProfileName there-is-no-such-profile -Region us-west-2").Errors);

        Assert.Equal("AwsProfileNotFound,DeadlineTrail.Cmdlets.GetDeadlineSignInCommand", error.FullyQualifiedErrorId);
        Assert.Contains("there-is-no-such-profile", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcomes_complete()
    {
        Assert.Equal(["Success", "Failure", "NotSeen"], module.Complete("Get-DeadlineSignIn -Outcome ").Select(each => each.CompletionText));
    }

    /// <summary>Ana's session: two grants, three calls, one of them from elsewhere and none of hers to make.</summary>
    private void Session()
    {
        _folder.Write("sign-in.json", SignInRecords.SignIn(0), SignInRecords.Grant(1), SignInRecords.Grant(14));
        _folder.Write("calls.json.gz", SignInRecords.Call(16, 14), SignInRecords.Call(2, 1), SignInRecords.Call(17, 14, "UpdateQueue", "192.0.2.99"));
        module.Set("path", _folder.Path);
    }
}
