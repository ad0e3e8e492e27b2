using System;
using System.IO;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Views;
using Xunit;

namespace DeadlineTrail.Module.Tests.Completion;

/// <summary>What Tab offers, with the sentence that explains it.</summary>
public sealed class CompletionTests(ModuleHost module) : IClassFixture<ModuleHost>
{
    [Theory]
    [InlineData("Get-DeadlineTrailEvent -EventName UpdateQ", new[] { "UpdateQueue", "UpdateQueueEnvironment", "UpdateQueueFleetAssociation", "UpdateQueueLimitAssociation" })]
    [InlineData("Get-DeadlineTrailEvent -EventName 'UpdateBud", new[] { "'UpdateBudget'" })]
    [InlineData("Get-DeadlineTrailEvent -EventName \"UpdateBud", new[] { "\"UpdateBudget\"" })]
    [InlineData("Get-DeadlineTrailEvent -EventName CreateJob, UpdateBud", new[] { "UpdateBudget" })]
    [InlineData("Get-DeadlineTrailEvent -Access Write -EventName *Budget", new[] { "CreateBudget", "DeleteBudget", "UpdateBudget" })]
    [InlineData("Get-DeadlineTrailEvent -EventName Credential", new[] { "CredentialChallenge", "CredentialVerification" })]
    [InlineData("Get-DeadlineTrailEvent -Access ", new[] { "Read", "Write" })]
    [InlineData("Get-DeadlineTrailEvent -Access w", new[] { "Write" })]
    [InlineData("Get-DeadlineTrailEvent -EventClass ", new[] { "Management", "Data", "Insight", "NetworkActivity", "Unknown" })]
    [InlineData("Get-DeadlineTrailEvent -ActorKind Wor", new[] { "Worker", "WorkerHost" })]
    [InlineData("Get-DeadlineTrailEvent -ActorKind Worker, Con", new[] { "ConsoleUser" })]
    [InlineData("Get-DeadlineTrailEvent -ErrorCode Acc", new[] { "AccessDenied", "AccessDeniedException" })]
    [InlineData("Get-DeadlineTrailEvent -ErrorCode thr", new[] { "ThrottlingException" })]
    [InlineData("Get-DeadlineTrailEvent -EventSource ", new[] { "deadline.amazonaws.com", "signin.amazonaws.com", "sts.amazonaws.com", "*" })]
    [InlineData("Get-DeadlineTrailEvent -EventSource s", new[] { "signin.amazonaws.com", "sts.amazonaws.com" })]
    [InlineData("Get-DeadlineTrailEvent -Region eu-c", new[] { "eu-central-1", "eu-central-2" })]
    [InlineData("Get-DeadlineTrailEvent -Region eu-central-1, us-gov", new[] { "us-gov-east-1", "us-gov-west-1" })]
    [InlineData("Get-DeadlineTrailEvent -BucketName logs -BucketRegion me-s", new[] { "me-south-1" })]
    [InlineData("Get-DeadlineSignIn -Region cn-", new[] { "cn-north-1", "cn-northwest-1" })]
    [InlineData("Get-DeadlineTrailAction -Name GetF", new[] { "GetFarm", "GetFeatureMap", "GetFleet" })]
    [InlineData("Get-DeadlineTrailAction GetFeat", new[] { "GetFeatureMap" })]
    public void Tab_offers(string line, string[] texts)
    {
        // What has the word inside comes behind what begins with it; the tables name the latter.
        var offered = module.Complete(line).Select(match => match.CompletionText);

        Assert.Equal(texts, offered.Take(texts.Length));
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent -EventName UpdateBud")]
    [InlineData("Get-DeadlineTrailEvent -EventName UserAuth")]
    [InlineData("Get-DeadlineTrailEvent -Access R")]
    [InlineData("Get-DeadlineTrailEvent -EventClass D")]
    [InlineData("Get-DeadlineTrailEvent -ActorKind Monitor")]
    [InlineData("Get-DeadlineTrailEvent -ErrorCode Throttl")]
    [InlineData("Get-DeadlineTrailEvent -EventSource deadl")]
    [InlineData("Get-DeadlineTrailEvent -Region eu-central-1")]
    [InlineData("Get-DeadlineTrailAction -Name UpdateBud")]
    public void And_says_what_it_means(string line)
    {
        var match = module.Complete(line)[0];

        Assert.NotEqual(match.CompletionText, match.ToolTip);
        Assert.Contains(' ', match.ToolTip);
        Assert.DoesNotContain('\n', match.ToolTip);
    }

    [Fact]
    public void The_sentence_of_an_operation_is_the_catalogues() => Assert.StartsWith(
        (string)module.Run("(Get-DeadlineTrailAction UpdateBudget).Description").WithoutErrors().Objects.Single(),
        module.Complete("Get-DeadlineTrailEvent -EventName UpdateBud").Single().ToolTip,
        StringComparison.Ordinal);

    [Fact]
    public void Every_operation_of_the_catalogue_is_offered() => Assert.Empty(
        module.Run("(Get-DeadlineTrailAction).Name").WithoutErrors().Objects.Cast<string>()
            .Except(module.Complete("Get-DeadlineTrailEvent -EventName ").Select(match => match.ListItemText)));

    [Fact]
    public void Profiles_are_offered_by_name_and_nothing_of_them_is_shown()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "[studio]\naws_secret_access_key = secret\n[studio of old]\n[other]\n");

        var offered = module.Complete($"Get-DeadlineTrailEvent -ProfileLocation '{file}' -ProfileName st");

        File.Delete(file);
        Assert.Equal(["studio", "'studio of old'"], offered.Select(match => match.CompletionText));
        Assert.All(offered, match => Assert.Equal("Profile in " + file, match.ToolTip));
    }

    [Theory]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("\"")]
    public void No_name_of_a_profile_does_anything_to_the_terminal_or_to_the_command_line(string quote)
    {
        var folder = Directory.CreateTempSubdirectory("profiles");
        var file = Path.Combine(folder.FullName, OperatingSystem.IsWindows() ? "of all" : "of\u001b[31m\u202eall");
        string[] plain = ["studio", "studio; $(throw 1)", "studio\"; throw 1 #", "studio\u201d; throw 1 #", "studio'; throw 1 #", "studio\u2019; throw 1 #", "studio`", "studio{0}", "studio@(1)", "-studio", "\u2013studio", "studio\u00e9"];
        string[] harmful = ["studio\u001b[2J", "studio\u009b2J", "studio\u202etxt", "studio\u200b", "studio\u0000x", "studio\u2028x", "studio\ty", "studio\u0007"];
        File.WriteAllLines(file, plain.Concat(harmful).Select(name => $"[{name}]"));

        var offered = module.Complete($"Get-DeadlineTrailEvent -ProfileLocation '{file}' -ProfileName {quote}stud");

        folder.Delete(recursive: true);
        Assert.Equal(plain.Order(StringComparer.Ordinal), offered.Select(match => match.ListItemText).Order(StringComparer.Ordinal));
        Assert.All(offered, match => Assert.DoesNotContain(match.CompletionText + match.ListItemText + match.ToolTip, HostileLog.IsHarmful));
        Assert.All(offered, match => Assert.Equal(match.ListItemText, module.Run($"& {{ param([string]$Name) $Name }} -Name {match.CompletionText}").WithoutErrors().Objects.Single()));
    }

    [Fact]
    public void Parameters_are_offered_too() => Assert.Equal(
        ["-EventName", "-EventSource", "-EventClass", "-EventId"],
        module.Complete("Get-DeadlineTrailEvent -Event").Select(match => match.CompletionText));
}
