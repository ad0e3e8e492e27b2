using System;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>An ARN of Deadline Cloud, taken apart.</summary>
/// <remarks>
/// <c>arn:PARTITION:deadline:REGION:ACCOUNT:</c> and then <c>farm/F</c>, <c>farm/F/queue/Q</c>, <c>farm/F/queue/Q/job/J</c>,
/// <c>farm/F/fleet/FL</c>, <c>farm/F/fleet/FL/worker/W</c>, <c>farm/F/fleet/FL/volume/V</c>, <c>farm/F/budget/B</c>,
/// <c>license-endpoint/LE</c> or <c>monitor/M</c>.
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdeadlinecloud.html"/>
/// Denials carry malformed ones (<c>farm//queue/</c>): what is there is read, what is empty is null.
/// </remarks>
internal sealed class DeadlineArn
{
    private readonly (IdentifierKind Kind, string Id)[] _parts;

    private DeadlineArn(string partition, string region, string accountId, IdentifierKind? kind, (IdentifierKind Kind, string Id)[] parts)
    {
        Partition = partition;
        Region = region;
        AccountId = accountId;
        Kind = kind;
        _parts = parts;
    }

    public string Partition { get; }

    public string Region { get; }

    public string AccountId { get; }

    /// <summary>What the ARN names, even where its identifier is missing; null when it is of no known kind.</summary>
    public IdentifierKind? Kind { get; }

    /// <summary>The identifiers in the ARN, from the widest to the most specific.</summary>
    public ReadOnlySpan<(IdentifierKind Kind, string Id)> Parts => _parts;

    public string? this[IdentifierKind kind]
    {
        get
        {
            foreach ((IdentifierKind partKind, string id) in _parts)
            {
                if (partKind == kind)
                {
                    return id;
                }
            }

            return null;
        }
    }

    /// <summary>Takes an ARN apart; null when the text is no ARN of Deadline Cloud.</summary>
    public static DeadlineArn? TryParse(string? text)
    {
        if (text is null || !text.StartsWith("arn:", StringComparison.Ordinal) || text.Length > 2048)
        {
            return null;
        }

        string[] fields = text.Split([':'], 6);
        if (fields.Length < 6 || fields[2] != "deadline")
        {
            return null;
        }

        string[] path = fields[5].Split('/');
        (IdentifierKind Kind, string Id)[] parts = new (IdentifierKind, string)[path.Length / 2];
        int count = 0;
        IdentifierKind? last = null;
        for (int i = 0; i < path.Length; i += 2)
        {
            last = KindOf(path[i]) ?? last;
            if (KindOf(path[i]) is IdentifierKind kind && i + 1 < path.Length && path[i + 1] is not ("" or "*"))
            {
                parts[count++] = (kind, path[i + 1]);
            }
        }

        Array.Resize(ref parts, count);
        return new DeadlineArn(fields[1], fields[3], fields[4], last, parts);
    }

    private static IdentifierKind? KindOf(string resource) => resource switch
    {
        "farm" => IdentifierKind.Farm,
        "queue" => IdentifierKind.Queue,
        "job" => IdentifierKind.Job,
        "fleet" => IdentifierKind.Fleet,
        "worker" => IdentifierKind.Worker,
        "volume" => IdentifierKind.Volume,
        "budget" => IdentifierKind.Budget,
        "license-endpoint" => IdentifierKind.LicenseEndpoint,
        "monitor" => IdentifierKind.Monitor,
        _ => null,
    };
}
