using System;
using System.Collections.Generic;

namespace DeadlineTrail.SignIns;

/// <summary>
/// Which roles are a queue's or a fleet's. The service that gives a monitor's user credentials assumes those roles too, for
/// AssumeQueueRole* and AssumeFleetRole*; how it names their sessions is not published.
/// </summary>
internal sealed class RoleKnowledge
{
    // What the console calls the roles it makes, followed by digits.
    private static readonly string[] ConsoleNames = ["AWSDeadlineCloudQueueRole-", "AWSDeadlineCloudFleetRole-"];

    private const int NearSeconds = 2;

    private readonly HashSet<string> _ofQueuesAndFleets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofMonitors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofCallers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SecondSet> _assumed = new(StringComparer.Ordinal);

    private (long Ticks, string Region)? _identityCenter;

    /// <summary>Gets the Region of the Identity Center instance, where a monitor's making says it: the last one's.</summary>
    internal string? IdentityCenterRegion => _identityCenter?.Region;

    /// <summary>Learns from a call of Deadline Cloud.</summary>
    internal void Learn(TrailEvent call)
    {
        switch (call.EventName)
        {
            case "CreateQueue" or "UpdateQueue" or "CreateFleet" or "UpdateFleet":
                Add(_ofQueuesAndFleets, call, "roleArn");
                break;
            case "CreateMonitor" or "UpdateMonitor":
                Add(_ofMonitors, call, "roleArn");
                LearnRegion(call);
                break;
            case "AssumeQueueRoleForUser" or "AssumeQueueRoleForRead" or "AssumeQueueRoleForWorker"
                or "AssumeFleetRoleForRead" or "AssumeFleetRoleForWorker" when call.Succeeded:
                var account = call.AccountId ?? string.Empty;
                if (!_assumed.TryGetValue(account, out var seconds))
                {
                    _assumed.Add(account, seconds = new SecondSet());
                }

                seconds.Add(call.Ticks);
                break;
        }
    }

    /// <summary>Learns that somebody whose ID is in the session name calls Deadline Cloud with a role.</summary>
    internal void LearnCaller(string? roleArn)
    {
        if (roleArn is not null)
        {
            _ofCallers.Add(roleArn);
        }
    }

    /// <summary>Whether a queue or a fleet was given the role, or the console named it so. Certain in the first case; a role
    /// that a monitor was given too stays a monitor's, for a session lost in silence is worse than one too many. Who calls
    /// with it says nothing here: a submitter has the queue's credentials of AssumeQueueRoleForUser.</summary>
    internal bool IsQueueOrFleet(string roleArn)
    {
        if (_ofMonitors.Contains(roleArn))
        {
            return false;
        }

        var name = roleArn.Substring(roleArn.LastIndexOf('/') + 1);
        return _ofQueuesAndFleets.Contains(roleArn) || Array.Exists(ConsoleNames, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether a grant came with a call for a queue's or fleet's credentials, and nothing else is known of its role. On a
    /// busy farm such a call is near every second, so a role is not taken for a queue's that a monitor was given or that
    /// people call Deadline Cloud with.
    /// </summary>
    internal bool CameWithAssumeCall(GrantRecord grant) =>
        !_ofMonitors.Contains(grant.RoleArn)
        && !_ofCallers.Contains(grant.RoleArn)
        && _assumed.TryGetValue(grant.AccountId ?? string.Empty, out var seconds)
        && seconds.HasNear(grant.Ticks, NearSeconds);

    private void LearnRegion(TrailEvent call)
    {
        // Sources are read in different orders, and of two in one second neither is the later.
        if (call.Succeeded && (call.RequestParameters as RecordObject)?["identityCenterRegion"] is string { Length: > 0 } region
            && (_identityCenter is not { } known || call.Ticks > known.Ticks || (call.Ticks == known.Ticks && string.CompareOrdinal(region, known.Region) > 0)))
        {
            _identityCenter = (call.Ticks, region);
        }
    }

    private static void Add(HashSet<string> roles, TrailEvent call, string parameter)
    {
        if (call.Succeeded && (call.RequestParameters as RecordObject)?[parameter] is string role && role.Length > 0)
        {
            roles.Add(role);
        }
    }
}
