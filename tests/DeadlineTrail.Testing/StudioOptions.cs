using System;
using System.Collections.Generic;

namespace DeadlineTrail.Testing;

/// <summary>What kind of studio, how long, and how its trail is delivered. Equal options give an equal trail.</summary>
public sealed record StudioOptions
{
    /// <summary>The seed of everything that is left to chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The first second of the trail, UTC. A Monday by default.</summary>
    public DateTime Start { get; init; } = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How many days are played.</summary>
    public int Days { get; init; } = 7;

    /// <summary>People who submit jobs, for each farm.</summary>
    public int Artists { get; init; } = 6;

    /// <summary>Worker hosts, for each farm.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>Accounts with a farm, one farm each.</summary>
    public int Accounts { get; init; } = 1;

    /// <summary>
    /// The Regions that have a trail. Farms are in the first; IAM Identity Center and the records of global services are in
    /// the last.
    /// </summary>
    public IReadOnlyList<string> Regions { get; init; } = ["us-west-2", "us-east-1"];

    /// <summary>
    /// The organisation whose trail it is (<c>o-…</c>), or null for trails of single accounts. With an organisation, IAM
    /// Identity Center is in a management account that has no farm.
    /// </summary>
    public string? OrganizationId { get; init; }

    /// <summary>The trail's S3 prefix without slashes at its ends, or null.</summary>
    public string? Prefix { get; init; }

    /// <summary>The share of records that other services wrote, 0 up to but not including 1.</summary>
    public double NoiseRatio { get; init; } = 0.5;

    /// <summary>The share of records that are delivered hours or days late.</summary>
    public double LateShare { get; init; } = 0.004;

    /// <summary>The share of records that lie in two files.</summary>
    public double DuplicateShare { get; init; } = 0.01;

    /// <summary>Makes each of the 128 operations happen at least once.</summary>
    public bool EveryOperation { get; init; }

    /// <summary>
    /// Whether somebody works through the night every day, with the monitors of two accounts on one sign-in where there are
    /// two, somebody assumes other roles with the monitor's credentials, and somebody signs in and does nothing.
    /// </summary>
    public bool UnusualSignIns { get; init; }

    /// <summary>
    /// Roughly how many Deadline Cloud records a day are wanted for each farm; the workers' pace is set by it. Null leaves
    /// <see cref="HeartbeatSeconds"/> as it is.
    /// </summary>
    public int? EventsPerDay { get; init; }

    /// <summary>How often a working worker reports, in seconds. The service itself asks for about every 15.</summary>
    public int HeartbeatSeconds { get; init; } = 300;

    /// <summary>How many minutes of deliveries go into one file. CloudTrail delivers about every five minutes.</summary>
    public int FileMinutes { get; init; } = 5;

    /// <summary>A log file for each this many records, at most; 0 for no limit.</summary>
    public int RecordsPerFile { get; init; }

    /// <summary>Hours between digest files; CloudTrail writes one each hour. 0 for none.</summary>
    public int DigestHours { get; init; } = 6;

    /// <summary>Whether Insights and aggregated files lie in the bucket.</summary>
    public bool OtherFiles { get; init; } = true;

    /// <summary>
    /// Whether text that is meant to harm (escape sequences, formulas, markup) is among names and user agents, as anyone
    /// who may call the API can put it there.
    /// </summary>
    public bool HostileText { get; init; } = true;
}
