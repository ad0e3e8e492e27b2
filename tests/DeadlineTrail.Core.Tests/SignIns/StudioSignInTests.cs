using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.Parsing;
using DeadlineTrail.Querying;
using DeadlineTrail.SignIns;
using DeadlineTrail.Sources.Files;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>
/// Sessions of the generated studio against its ledger: every session once and nothing else, whichever way its records are
/// delivered. What the ledger does not say is read from the records' JSON, not by the product.
/// </summary>
public sealed class StudioSignInTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(8);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. SignInStudios.All.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_session_is_found_once_and_nothing_else(string name)
    {
        var trail = Testing.Studio.Create(SignInStudios.All[name]);
        trail.WriteTo(_folder.Path);
        var truth = new SignInTruth(trail.Ledger);

        var answer = FromFiles(new SignInQuery { IncludeActivity = true });

        var found = answer.SignIns;
        Assert.Equal(Sorted(trail.Ledger.FailedSignIns.Select(failed => failed.EventId)), Sorted(found.Where(session => session.Outcome == "Failure").Select(session => session.SignInEventId!)));
        Assert.Equal(Sorted(trail.Ledger.SignIns.SelectMany(session => session.Grants).Select(grant => grant.EventId)), Sorted(found.SelectMany(session => session.Grants).Select(grant => grant.EventId!)));
        Assert.Equal(Sorted(trail.Ledger.SignIns.SelectMany(session => session.Calls)), Sorted(found.SelectMany(session => session.Calls!).Select(call => call.EventId!)));

        // Of the sign-ins those to the monitor's address, and those with grants; and credentials without one: each once.
        Assert.Equal(
            Sorted(truth.Sessions().Select(session => $"{session.SignInEventId} {session.UserId} {string.Join(' ', session.Grants)}")),
            Sorted(found.Where(session => session.Outcome != "Failure").Select(session => $"{session.SignInEventId} {OwnerOf(session)} {string.Join(' ', session.Grants.Select(grant => grant.EventId))}")));
        Assert.Empty(answer.Warnings);
        Assert.Equal(0, answer.UnjoinedCalls);

        // A sign-in whose record has no ID, nor anybody's name, is somebody's all the same: the ledger knows.
        string OwnerOf(SignIn session) => session.UserId ?? trail.Ledger.SignIns.Single(each => each.SignInEventId == session.SignInEventId).UserId;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_grant_is_with_the_latest_sign_in_of_its_user_and_without_one_only_where_there_is_none(string name)
    {
        var trail = Testing.Studio.Create(SignInStudios.All[name]);
        var truth = new SignInTruth(trail.Ledger);

        var answer = FromMemory(trail.Ledger.Records);

        foreach (var session in answer.SignIns)
        {
            foreach (var grant in session.Grants)
            {
                var owner = trail.Ledger.SignIns.Single(each => each.Grants.Any(one => one.EventId == grant.EventId));
                var latest = truth.SignInOf(owner, owner.Grants.Single(one => one.EventId == grant.EventId));
                Assert.Equal(latest?.SignInEventId, session.SignInEventId);
                Assert.Equal(owner.UserId, session.UserId);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_session_that_nothing_overlaps_has_what_the_ledger_has(string name)
    {
        var trail = Testing.Studio.Create(SignInStudios.All[name]);
        var truth = new SignInTruth(trail.Ledger);
        var found = FromMemory(trail.Ledger.Records).SignIns.Where(session => session.SignInEventId is not null).ToDictionary(session => session.SignInEventId!);

        var clear = trail.Ledger.SignIns.Where(session => session.Grants.Count > 0 && truth.IsLinkable(session)
            && session.Grants[^1].Time - session.SignInTime <= Limit
            && !trail.Ledger.SignIns.Any(other => other != session && other.UserId == session.UserId
                && (other.SignInTime ?? other.Grants[0].Time) <= session.Grants[^1].Time + Skew
                && other.Grants.Concat(session.Grants.Take(1)).Max(grant => grant.Time) >= session.SignInTime - Limit)).ToList();

        Assert.NotEmpty(clear);
        foreach (var session in clear)
        {
            var actual = found[session.SignInEventId!];
            Assert.Equal(session.Grants.Select(grant => grant.EventId), actual.Grants.Select(grant => grant.EventId!));
            Assert.Equal(session.Grants.Select(grant => grant.AccessKeyId).Concat(session.ChainedKeys), actual.AccessKeyId);
            Assert.Equal(session.Calls.Count, actual.CallCount);
            Assert.Equal(session.UserName, actual.UserName);
            Assert.Equal(session.UserId, actual.UserId);
            Assert.Equal(session.SourceIPAddress, actual.SourceIPAddress);
            Assert.Equal(session.CredentialType, actual.CredentialType);
            Assert.Equal(session.CredentialType == "EXTERNAL_IDP" ? null : session.Mfa, actual.MfaUsed);
            Assert.Equal("SignIn", actual.NameMatch);
            Assert.Equal(truth.TextOf(session.SignInEventId!, "userIdentity", "onBehalfOf", "identityStoreArn")?.Split('/')[^1], actual.IdentityStoreId);
            Assert.Equal(truth.TextOf(session.SignInEventId!, "userAgent"), actual.UserAgent);
            Assert.Equal(truth.TextOf(session.SignInEventId!, "additionalEventData", "AuthWorkflowID"), actual.AuthWorkflowId);
            Assert.Equal(session.MonitorRoleArn, actual.RoleArn);
            Assert.Equal(session.MonitorRoleArn.Split('/')[^1], actual.RoleName);
            Assert.Equal(session.Grants[0].RoleSessionName, actual.RoleSessionName);
            Assert.Equal((truth.TimeOf(session.Grants[0].EventId), truth.TimeOf(session.Grants[^1].EventId)), (actual.FirstGrantTimeUtc, actual.LastGrantTimeUtc));
            Assert.Equal(session.Calls.Select(truth.TimeOf).Min(StringComparer.Ordinal), actual.FirstCallTimeUtc);
            Assert.Equal(session.Calls.Select(truth.TimeOf).Max(StringComparer.Ordinal), actual.LastCallTimeUtc);
            Assert.Equal(Sorted(session.Calls.Select(id => truth.TextOf(id, "sourceIPAddress")!).Distinct()), actual.CallAddresses);
            Assert.True(actual.AddressesAreComplete);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_and_memory_in_any_order_give_the_same(string name)
    {
        var trail = Testing.Studio.Create(SignInStudios.All[name]);
        trail.WriteTo(_folder.Path);
        var expected = FromFiles(new SignInQuery()).SignIns.Select(Signature).ToList();

        for (var seed = 0; seed < 3; seed++)
        {
            var records = trail.Ledger.Records.Concat(trail.Ledger.Records.Where((_, at) => at % 7 == seed)).ToArray();
            new Random(seed).Shuffle(records);
            Assert.Equal(expected, FromMemory(records).SignIns.Select(Signature));
        }
    }

    [Fact]
    public void A_night_over_two_accounts_and_roles_assumed_from_roles_are_one_session_each()
    {
        var trail = Testing.Studio.Create(SignInStudios.All["unusual sign-ins"]);
        var truth = new SignInTruth(trail.Ledger);
        var found = FromMemory(trail.Ledger.Records).SignIns.Where(session => session.SignInEventId is not null).ToDictionary(session => session.SignInEventId!);

        var nights = trail.Ledger.SignIns.Where(session => session.UserName.StartsWith("nadia", StringComparison.Ordinal) && truth.IsLinkable(session)).ToList();
        Assert.NotEmpty(nights);
        foreach (var night in nights)
        {
            var actual = found[night.SignInEventId!];
            Assert.Equal(night.Grants.Select(grant => grant.EventId), actual.Grants.Select(grant => grant.EventId!));
            Assert.Equal(2, actual.Grants.Select(grant => grant.AccountId).Distinct().Count());
            Assert.Equal(night.Calls.Count, actual.CallCount);
        }

        Assert.Contains(nights, night => found[night.SignInEventId!] is { EndTimeUtc: { } end } session && end[..10] != session.StartTimeUtc[..10]);
        var chains = trail.Ledger.SignIns.Where(session => session.ChainedKeys.Count > 0 && truth.IsLinkable(session)).ToList();
        Assert.NotEmpty(chains);
        foreach (var chain in chains)
        {
            var actual = found[chain.SignInEventId!];
            Assert.Equal((3, 3L, "AccessKey"), (actual.AccessKeyId.Count, actual.CallCount, actual.CallMatch));
            Assert.Contains(actual.Findings, finding => finding.Name == "CallOutsideMonitorRole");
        }
    }

    public static TheoryData<string, string?, string?, bool> Filters => new()
    {
        // name, service, Region, denied
        { "CreateJob", null, null, true },
        { "CreateJob", null, null, false },
        { "SearchJobs", "deadline.amazonaws.com", null, false },
        { "*", null, "us-east-1", false },
        { "*", "sts.amazonaws.com", "us-east-1", false },
        { "UserAuthentication", null, null, false },
        { "CredentialChallenge", null, null, false },
        { "CredentialVerification", null, null, false },
        { "AssumeRole", null, null, false },
        { "AssumeQueueRoleForUser", null, "us-west-2", false },
        { "DeleteFarm", null, null, false },
    };

    /// <summary>Which events a session has says the answer without a filter; what those events say, their JSON.</summary>
    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_gives_the_sessions_of_which_one_event_meets_all_of_it(string name, string? source, string? region, bool denied)
    {
        var trail = Testing.Studio.Create(SignInStudios.All["unusual sign-ins"]);
        var records = trail.Ledger.Records.ToDictionary(record => record.EventId);
        var whole = FromMemory(trail.Ledger.Records, new SignInQuery { IncludeActivity = true, IncludeUnlinked = true }).SignIns;
        var conditions = new List<EventCondition>();
        if (name != "*")
        {
            conditions.Add(EventCondition.EventName(Filter(name)));
        }

        if (region is not null)
        {
            conditions.Add(EventCondition.Region(Filter(region)));
        }

        if (denied)
        {
            conditions.Add(EventCondition.Denied());
        }

        var filter = new TrailQuery { OnlyEventSource = source, Conditions = conditions };
        var filtered = FromMemory(trail.Ledger.Records, new SignInQuery { IncludeUnlinked = true, EventFilter = filter }).SignIns;

        var expected = whole.Where(session => Events(session).Any(Meets)).Select(Signature).ToList();
        Assert.Equal(expected, filtered.Select(Signature));
        Assert.True(expected.Count < whole.Count);
        Assert.Equal(name == "DeleteFarm", expected.Count == 0);

        bool Meets(LedgerRecord record) =>
            (name == "*" || record.EventName == name) && (source is null || record.EventSource == source) && (region is null || record.Region == region)
            && (!denied || record.ErrorCode?.Contains("Denied", StringComparison.Ordinal) == true);

        IEnumerable<LedgerRecord> Events(SignIn session) => session.Calls!.Select(call => call.EventId!)
            .Concat(session.Grants.Select(grant => grant.EventId!))
            .Append(session.SignInEventId!).OfType<string>().Select(id => records[id])
            .Concat(trail.Ledger.Records.Where(record => session.AuthWorkflowId is { } workflow && record.EventSource == "signin.amazonaws.com" && record.Json.Contains(workflow, StringComparison.Ordinal)))
            .Concat(trail.Ledger.Records.Where(record => record.EventName == "AssumeRole" && SignInTruth.KeyOf(record) is { } key && session.AccessKeyId.Contains(key)));
    }

    [Fact]
    public void The_sign_ins_of_another_account_may_come_from_a_source_of_their_own()
    {
        var trail = Testing.Studio.Create(SignInStudios.All["an organisation"]);
        var records = trail.Ledger.Records;
        var signIns = records.Where(record => record.EventSource == "signin.amazonaws.com").ToList();
        Assert.Single(signIns.Select(record => record.AccountId).Distinct().Except(records.Where(record => record.IsDeadline).Select(record => record.AccountId)));
        var expected = FromMemory(records).SignIns.Select(Signature);

        var collector = new SignInCollector(new SignInQuery(), isNewestFirst: false);
        records.Except(signIns).ToList().ForEach(record => collector.Add(Event(record)));

        // All of that account's trail is given; of what is not a sign-in nothing may be counted twice.
        signIns.Concat(records.Where(record => record.IsDeadline)).ToList().ForEach(record => collector.AddSignIn(Event(record)));

        Assert.Equal(expected, SignInAnswer.Of(collector).SignIns.Select(Signature));
    }

    [Fact]
    public void What_is_held_while_reading_newest_first_does_not_grow_with_other_peoples_keys()
    {
        var trail = Testing.Studio.Create(SignInStudios.All["one account"]);
        var collector = new SignInCollector(new SignInQuery(), isNewestFirst: true);
        var keys = new HashSet<string>(trail.Ledger.SignIns.SelectMany(session => session.Grants).Select(grant => grant.AccessKeyId));
        var once = trail.Ledger.NewestFirst().Select(Event).ToList();

        // The trail, then many records of before it, as a long trail has.
        once.ForEach(collector.Add);
        var other = once.First(e => e.EventSource == "ec2.amazonaws.com");
        var older = other.Raw.Replace(other.EventTimeUtc, "2026-01-01T00:00:00Z", StringComparison.Ordinal);
        for (var at = 0; at < 9000; at++)
        {
            collector.Add(SingleRecord.Parse(older, null, 0, false, false)!);
        }

        Assert.Contains(trail.Ledger.Records, record => SignInTruth.KeyOf(record) is { } key && key.StartsWith("ASIA", StringComparison.Ordinal) && !keys.Contains(key));
        Assert.All(collector.Activities, activity => Assert.Contains(activity.Caller.AccessKeyId!, keys));
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> ids) => ids.Order(StringComparer.Ordinal);

    private static TrailEvent Event(LedgerRecord record) => SingleRecord.Parse(record.Json, null, 0, false, false)!;

    private static TextFilter Filter(string text) => new([text], static _ => static _ => false);

    private static SignInAnswer FromMemory(IEnumerable<LedgerRecord> records, SignInQuery? query = null)
    {
        var collector = new SignInCollector(query ?? new SignInQuery(), isNewestFirst: false);
        foreach (var record in records)
        {
            collector.Add(Event(record));
        }

        return SignInAnswer.Of(collector);
    }

    private static string Signature(SignIn session) => string.Join(
        " | ",
        session.ToString(), session.UserId, session.SignInEventId, session.EndTimeUtc, string.Join(",", session.Grants), session.CallCount, session.DeniedCount, session.FailedCount,
        session.ReadCount, session.WriteCount, string.Join(",", session.CallAddresses), string.Join(",", session.CallClients), session.SignInMatch, session.CallMatch, session.FailureCount,
        string.Join(";", session.Findings.Select(finding => finding.Message + string.Join(",", finding.EventIds))));

    private SignInAnswer FromFiles(SignInQuery query)
    {
        var observer = new RecordingObserver();
        var collector = new SignInCollector(query, isNewestFirst: true);
        SignInReading.Read(collector, new FileTrailSource([_folder.Path]), observer, CancellationToken.None);
        Assert.Empty(observer.Problems);
        return SignInAnswer.Of(collector);
    }
}
