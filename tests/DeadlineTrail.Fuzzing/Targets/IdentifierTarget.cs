using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Actors;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.History;
using DeadlineTrail.Parsing;
using DeadlineTrail.SignIns;
using DeadlineTrail.Sources;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>Short texts with a grammar: ARNs, identifiers, times, names of files, addresses of monitors.</summary>
internal sealed class IdentifierTarget : FuzzTarget
{
    private const string Farm = "farm-0123456789abcdef0123456789abcdef";

    internal override string Name => "identifier";

    internal override string About => "ARNs, identifiers, times, names of log files and of sign-in targets; times against the runtime's";

    internal override IEnumerable<byte[]> Seeds => Utf8(
    [
        Farm, $"arn:aws:deadline:us-west-2:111122223333:farm/{Farm}/queue/queue-0123456789abcdef0123456789abcdef", $"{Farm}/queue-0123456789abcdef0123456789abcdef",
        "task-0123456789abcdef0123456789abcdef-12", "arn:aws:sts::111122223333:assumed-role/Role/9067642ac0-11112222-3333-4444-5555-666677778888",
        "9067642ac0-11112222-3333-4444-5555-666677778888", "2026-03-02T10:05:00Z", "2026-03-02T10:05:00.123Z", "20260302T100500Z", "Mar 2, 2026, 11:05:00 AM",
        "AWSLogs/111122223333/CloudTrail/us-west-2/2026/03/02/111122223333_CloudTrail_us-west-2_20260302T1005Z_abcdefghijklmnop.json.gz",
        "https://studio.us-west-2.deadlinecloud.amazonaws.com/", "queue/{queueId}/jobs[].jobId",
    ]);

    internal override IEnumerable<string> Words =>
    [
        "arn:aws:deadline:", "farm/", "queue/", "fleet/", "worker/", "license-endpoint/", "monitor/", "farm-", "queue-", "worker-", "sessionaction-", "0123456789abcdef0123456789abcdef",
        "_CloudTrail_", "_20260302T1005Z_", "2026/03/02/", ".deadlinecloud.amazonaws.com", "2026-", "T10:05:00", "Z",
    ];

    internal override void Run(byte[] input)
    {
        var text = Text(input);
        HoldScanner(input);
        HoldArn(text);
        HoldTimes(input, text);

        var reference = ResourceReference.Parse(text, out var problem);
        FindingException.Unless(reference is not null || problem is not null, "neither a resource nor a reason why not");
        FindingException.Unless(LogFileName.TryParse(text) is null or { Kind.Length: > 0, StampTicks: > 0 }, "the name of a log file without a time");
        _ = LogFileName.OrderStamp(text);
        _ = IdentifierPath.Name(text);
        _ = LoginTarget.Of(text);
        _ = RoleSession.LastPart(text);
        FindingException.Unless(IdentityCenterUserId.FindIn(text) is not { } user || text.Contains(user, StringComparison.Ordinal), "a user ID that the text has not");
    }

    private static void HoldScanner(byte[] input)
    {
        var scanner = new IdentifierScanner(input);
        var found = 0;
        while (scanner.MoveNext())
        {
            found++;
            FindingException.Unless(input.AsSpan().IndexOf(scanner.Identifier) >= 0, "an identifier that the text has not");
            FindingException.Unless(ResourceReference.Parse(Encoding.UTF8.GetString(scanner.Identifier), out _) is { Kind: { } kind } && kind == scanner.Kind, "an identifier that is none when it stands alone");
        }

        FindingException.Unless(found <= input.Length / IdentifierSyntax.HexLength, "more identifiers than there is room for");
    }

    private static void HoldArn(string text)
    {
        if (DeadlineArn.TryParse(text) is { } arn)
        {
            FindingException.Unless(text.StartsWith($"arn:{arn.Partition}:deadline:{arn.Region}:{arn.AccountId}:", StringComparison.Ordinal), "an ARN's parts are not its text");
            foreach (var (kind, id) in arn.Parts)
            {
                FindingException.Unless(arn[kind] is not null && text.Contains(id, StringComparison.Ordinal), "an ARN's identifier is not its text");
            }
        }
    }

    private static void HoldTimes(byte[] input, string text)
    {
        // Of CloudTrail's times the runtime reads those with up to seven digits behind the second.
        var isTime = DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        var isRead = EventTimeText.TryParse(input, out var ticks);
        if (isTime || text.Length <= 28)
        {
            // To the runtime a point without digits behind it is a time.
            FindingException.Equal(isTime && !text.EndsWith(".Z", StringComparison.Ordinal), isRead, "whether it is a time");
        }

        FindingException.Unless(!isTime || !isRead || time.Ticks == ticks, "another time");
        FindingException.Unless(SessionStartTime.Parse(text) is null or { Kind: DateTimeKind.Utc }, "a time that is not UTC");
        _ = ExpirationText.Parse(text);
    }
}
