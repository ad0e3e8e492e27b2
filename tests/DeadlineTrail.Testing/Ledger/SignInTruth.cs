using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Testing;

/// <summary>One session as the rules of docs/sign-ins.md have it.</summary>
/// <param name="SignInEventId">The UserAuthentication; null where no sign-in is in sight.</param>
/// <param name="UserId">The user.</param>
/// <param name="Grants">The AssumeRole events, oldest first.</param>
public sealed record TrueSession(string? SignInEventId, string UserId, IReadOnlyList<string> Grants);

/// <summary>
/// What the ledger and the sign-in records themselves, read as plain JSON, say of sessions: the ledger has who was given
/// which credentials when, the records whether anything in them ties the two together.
/// </summary>
public sealed class SignInTruth
{
    private static readonly TimeSpan s_limit = TimeSpan.FromHours(8);
    private static readonly TimeSpan s_skew = TimeSpan.FromSeconds(60);

    private readonly Ledger _ledger;
    private readonly Dictionary<string, JsonElement> _signIns;
    private readonly Dictionary<string, LedgerRecord> _records;
    private readonly HashSet<(string Name, string Id)> _pairs = [];

    public SignInTruth(Ledger ledger)
    {
        _ledger = ledger;
        _records = ledger.Records.ToDictionary(record => record.EventId);
        _signIns = ledger.Records.Where(record => record.EventSource == "signin.amazonaws.com").ToDictionary(record => record.EventId, Read);
        foreach (var record in _signIns.Values)
        {
            if (Id(record) is { } id && Text(record, "additionalEventData", "UserName") is { } name)
            {
                _pairs.Add((name, id));
            }
        }
    }

    /// <summary>The access key a record was signed with.</summary>
    public static string? KeyOf(LedgerRecord record) => Text(Read(record), "userIdentity", "accessKeyId");

    /// <summary>A text of a record, by the names that lead to it.</summary>
    public string? TextOf(string eventId, params string[] path) => Text(Read(_records[eventId]), path);

    /// <summary>When something happened, as records have it.</summary>
    public string TimeOf(string eventId) => TextOf(eventId, "eventTime")!;

    /// <summary>Whether its LoginTo is the monitor's address.</summary>
    public bool IsToMonitor(string eventId) => Text(_signIns[eventId], "additionalEventData", "LoginTo")!.EndsWith(".deadlinecloud.amazonaws.com/", StringComparison.Ordinal);

    /// <summary>Whether its record has the user's ID, or a name that another record has with it.</summary>
    public bool IsLinkable(SignInSession session) => session.SignInEventId is { } eventId
        && (Id(_signIns[eventId]) is not null || _pairs.Contains((session.UserName, session.UserId)));

    /// <summary>The latest sign-in that credentials can belong to: of the same user, at most eight hours before, at most a minute after.</summary>
    public SignInSession? SignInOf(SignInSession owner, Grant grant) => _ledger.SignIns
        .Where(each => each.UserId == owner.UserId && each.SignInTime <= grant.Time + s_skew && grant.Time - each.SignInTime <= s_limit && IsLinkable(each))
        .MaxBy(each => each.SignInTime);

    /// <summary>Every session that is to be found, without those that nothing ties to Deadline Cloud.</summary>
    public IReadOnlyList<TrueSession> Sessions()
    {
        var given = _ledger.SignIns.SelectMany(owner => owner.Grants.Select(grant => (Owner: owner, Grant: grant, SignIn: SignInOf(owner, grant)))).OrderBy(each => each.Grant.Time).ThenBy(each => each.Grant.EventId, StringComparer.Ordinal).ToList();
        var bySignIn = given.ToLookup(each => each.SignIn);
        var sessions = _ledger.SignIns.Where(session => session.SignInEventId is not null && (bySignIn.Contains(session) || IsToMonitor(session.SignInEventId)))
            .Select(session => new TrueSession(session.SignInEventId, session.UserId, [.. bySignIn[session].Select(each => each.Grant.EventId)]));
        return [.. sessions, .. given.Where(each => each.SignIn is null).GroupBy(each => (each.Owner.UserId, TextOf(each.Grant.EventId, "requestParameters", "roleArn"))).SelectMany(WithoutSignIn)];
    }

    /// <summary>Credentials of one user and role follow each other until for eight hours there was neither another grant nor a call.</summary>
    private IEnumerable<TrueSession> WithoutSignIn(IEnumerable<(SignInSession Owner, Grant Grant, SignInSession? SignIn)> given)
    {
        var open = new List<Grant>();
        var last = DateTime.MinValue;
        SignInSession? owner = null;
        foreach (var each in given)
        {
            var calls = (owner?.Calls ?? []).Select(id => _records[id].EventTime).Where(time => open.Count > 0 && time >= open[0].Time && time <= each.Grant.Time);
            last = calls.Append(last).Max();
            if (owner is not null && each.Grant.Time - last > s_limit)
            {
                yield return new TrueSession(null, owner.UserId, [.. open.Select(grant => grant.EventId)]);
                open.Clear();
            }

            (owner, last) = (each.Owner, each.Grant.Time);
            open.Add(each.Grant);
        }

        yield return new TrueSession(null, owner!.UserId, [.. open.Select(grant => grant.EventId)]);
    }

    private static string? Id(JsonElement record) => Text(record, "userIdentity", "onBehalfOf", "userId");

    private static JsonElement Read(LedgerRecord record) => JsonDocument.Parse(record.Json).RootElement;

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
