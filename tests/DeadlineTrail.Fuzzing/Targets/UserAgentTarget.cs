using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline.Clients;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>User agents: whoever calls writes them.</summary>
internal sealed class UserAgentTarget : FuzzTarget
{
    private static readonly HashSet<string> Kinds = [.. ClientKinds.All.Select(static kind => kind.Key)];

    internal override string Name => "user-agent";

    internal override string About => "user agents, with the name of a service in place of an address or without";

    internal override IEnumerable<byte[]> Seeds => Utf8(SampleRecords.Values("userAgent").Distinct());

    internal override IEnumerable<string> Words =>
    [
        "Boto3/1.42.97", "md/Botocore#1.42.97", "ua/2.1", "os/windows#10", "lang/python#3.11.8", "app/deadline-client#0.54.1", "submitter/Maya#0.15.2", "cli-command/", "aws-cli/2.15.0",
        "aws-sdk-java/", "[S3Console", "Mozilla/5.0 (", "AppleWebKit/537.36 (KHTML, like Gecko)", "Chrome/120.0", "deadline_worker_agent/", "invoked-by/", "exec-env/", "cfg/retry-mode#", "md/browser#",
    ];

    internal override void Run(byte[] input)
    {
        var text = Text(input);
        var newline = text.IndexOf('\n');
        var (agent, address) = newline < 0 ? (text, null) : (text[..newline], text[(newline + 1)..]);
        foreach (var fromConsole in new[] { false, true })
        {
            var client = UserAgentReader.Read(agent, address, null, fromConsole);
            FindingException.Unless(client.Name.Length is > 0 and <= 200, $"the name {client.Name}");
            FindingException.Unless(Kinds.Contains(client.Kind), $"the kind {client.Kind}");
            FindingException.Equal(agent, client.UserAgent, "the user agent");
            EveryProperty.Read(client);
        }
    }
}
