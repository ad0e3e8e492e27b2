using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DeadlineTrail.Parsing;
using DeadlineTrail.SignIns;
using Xunit;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>Sessions as the scenarios have them, in whatever order their events come.</summary>
public sealed class SignInScenarioTests
{
    public static TheoryData<string> Names => [.. SignInScenario.Names()];

    [Fact]
    public void There_are_more_than_twelve() => Assert.True(SignInScenario.Names().Count() > 12);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sessions_are_those_expected(string name)
    {
        var scenario = SignInScenario.Named(name);
        Check(scenario, Answer(scenario, Events(scenario), newestFirst: false));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Newest_first_as_sources_give_them_it_is_the_same(string name)
    {
        var scenario = SignInScenario.Named(name);
        var events = Events(scenario).OrderByDescending(e => e.EventTimeUtc, StringComparer.Ordinal).ThenBy(e => e.EventId, StringComparer.Ordinal);
        Check(scenario, Answer(scenario, events, newestFirst: true));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_any_order_and_however_often_delivered_it_is_the_same(string name)
    {
        var scenario = SignInScenario.Named(name);
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var events = Events(scenario).SelectMany(e => Enumerable.Repeat(e, random.Next(1, 4))).ToArray();
            random.Shuffle(events);
            Check(scenario, Answer(scenario, events, newestFirst: false));
        }
    }

    private static IEnumerable<TrailEvent> Events(SignInScenario scenario) => scenario.Records.Select(record =>
        SingleRecord.Parse(ScenarioSignIn.Complete(record).ToJsonString(), null, 0, false, false)!);

    private static SignInAnswer Answer(SignInScenario scenario, IEnumerable<TrailEvent> events, bool newestFirst)
    {
        var question = scenario.Query ?? new ScenarioQuestion();
        var collector = new SignInCollector(
            new SignInQuery
            {
                StartTicks = question.Start is { } start ? SignInScenario.Time(start).Ticks : long.MinValue,
                EndTicks = question.End is { } end ? SignInScenario.Time(end).Ticks : long.MaxValue,
                SessionLimit = TimeSpan.FromHours(question.SessionLimitHours),
                IncludeUnlinked = question.IncludeUnlinked,
                IncludeActivity = true,
            },
            newestFirst);
        foreach (var trailEvent in events)
        {
            collector.Add(trailEvent);
        }

        return SignInAnswer.Of(collector);
    }

    private static void Check(SignInScenario scenario, SignInAnswer answer)
    {
        var expected = scenario.Expect.Sessions.ToDictionary(Identity);
        var actual = answer.SignIns.ToDictionary(Identity);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (identity, session) in expected)
        {
            Check(session, actual[identity]);
        }

        Assert.Equal((scenario.Expect.Warnings ?? []).Order(StringComparer.Ordinal), answer.Warnings.Select(warning => warning.Id).Order(StringComparer.Ordinal));
        Assert.All(scenario.Expect.WarningSays ?? [], word => Assert.Contains(word, answer.Warnings[0].Message, StringComparison.Ordinal));
        Assert.Equal(scenario.Expect.UnjoinedCalls ?? answer.UnjoinedCalls, answer.UnjoinedCalls);
        Assert.Equal(answer.SignIns.OrderByDescending(session => session.StartTimeUtc, StringComparer.Ordinal).Select(session => session.StartTimeUtc), answer.SignIns.Select(session => session.StartTimeUtc));
    }

    private static string Identity(ScenarioSession session) =>
        $"{session.Outcome} {(session.SignIn is null ? null : ScenarioSignIn.EventId(session.SignIn))} {ScenarioSignIn.UserId(session.UserId)} {string.Join(' ', session.Grants.Select(ScenarioSignIn.EventId))}";

    private static string Identity(SignIn session) =>
        $"{session.Outcome} {session.SignInEventId} {session.UserId} {string.Join(' ', session.Grants.Select(grant => grant.EventId))}";

    private static void Check(ScenarioSession expected, SignIn actual)
    {
        Assert.Equal(expected.Calls.Select(ScenarioSignIn.EventId).Order(StringComparer.Ordinal), actual.Calls!.Select(call => call.EventId!).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Calls.Count, actual.CallCount);
        Same(expected.Failed, actual.FailedCount);
        Same(expected.Denied, actual.DeniedCount);
        Same(expected.Reads, actual.ReadCount);
        Same(expected.Writes, actual.WriteCount);
        Same(expected.Failures, actual.FailureCount);
        Same(expected.Linked, actual.IsLinked);
        Same(Utc(expected.Start), actual.StartTimeUtc);
        Same(expected.CallMatch, actual.CallMatch);
        Same(expected.SignInAccount, actual.SignInAccountId);
        Same(expected.SignInRegion, actual.SignInRegion);
        Same(expected.Account, actual.AccountId);
        Same(expected.Region, actual.Region);
        Assert.Equal(expected.CredentialTypes?.Order(StringComparer.Ordinal) ?? actual.CredentialTypes.Order(StringComparer.Ordinal), actual.CredentialTypes.Order(StringComparer.Ordinal));
        Stands(expected.UserName, actual.UserName);
        Stands(expected.SignInMatch, actual.SignInMatch);
        Stands(expected.MfaUsed, actual.MfaUsed switch { true => "true", false => "false", null => null });
        Stands(expected.End, actual.EndTimeUtc, Utc);
        Assert.Equal(expected.Findings ?? actual.Findings.Select(finding => finding.Name), actual.Findings.Select(finding => finding.Name));
        foreach (var (name, value) in expected.Properties ?? new Dictionary<string, JsonElement>())
        {
            var found = JsonSerializer.SerializeToElement(typeof(SignIn).GetProperty(name)!.GetValue(actual));
            Assert.True(JsonElement.DeepEquals(value, found), $"{name} is {found}, not {value}");
        }

        foreach (var (name, events) in expected.Evidence ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            Assert.Equal(events.Select(ScenarioSignIn.EventId), actual.Findings.Single(finding => finding.Name == name).EventIds);
        }
    }

    private static string? Utc(string? time) => time is null ? null : SignInScenario.Time(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static void Same<T>(T? expected, T? actual)
    {
        if (expected is not null)
        {
            Assert.Equal(expected, actual);
        }
    }

    private static void Same<T>(T? expected, T actual)
        where T : struct
    {
        if (expected is { } value)
        {
            Assert.Equal(value, actual);
        }
    }

    private static void Stands(JsonElement expected, string? actual, Func<string?, string?>? read = null)
    {
        if (expected.ValueKind != JsonValueKind.Undefined)
        {
            var text = expected.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.True => "true", JsonValueKind.False => "false", _ => expected.GetString() };
            Assert.Equal(read is null ? text : read(text), actual);
        }
    }
}
