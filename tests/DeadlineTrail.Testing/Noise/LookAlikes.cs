using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;

namespace DeadlineTrail.Testing.Noise;

/// <summary>
/// Records that only look like Deadline Cloud's to a scanner that searches text: the source is nested in a request, or
/// stands escaped in a string, or is nearly the right one.
/// </summary>
internal static class LookAlikes
{
    public static IReadOnlyList<Neighbour> All { get; } =
    [
        // A rule, a test event, a replay: JSON of one record inside another's request.
        new(2, at => at.By(at.Admin(UserAgents.AwsCli("events.test-event-pattern")), "events", "TestEventPattern",
            $$$"""{"event":{"detail":{"eventVersion":"1.11","eventSource":"deadline.amazonaws.com","eventName":"DeleteQueue","awsRegion":"{{{at.Region}}}","requestParameters":{"farmId":"farm-{{{at.Dice.Hex(32)}}}","queueId":"queue-{{{at.Dice.Hex(32)}}}"},"eventID":"{{{at.Dice.Uuid()}}}"}},"eventPattern":"{}"}""", true)),

        // The same as a string inside a string.
        new(2, at => at.By(at.Admin(UserAgents.AwsCli("events.put-rule")), "events", "PutRule",
            """{"name":"farm-changes","eventPattern":"{\"source\":[\"aws.deadline\"],\"detail\":{\"eventSource\":\"deadline.amazonaws.com\",\"eventName\":[\"DeleteQueue\"]}}"}""", false,
            $$"""{"ruleArn":"arn:aws:events:{{at.Region}}:{{at.Site.Account}}:rule/farm-changes"}""")),

        // A whole log file's text, quotes, brackets and all, and backslashes before the quotes.
        new(1, at => at.By(at.Admin(UserAgents.Pipeline), "lambda", "Invoke20150331",
            """{"functionName":"trail-copy","payload":"{\"Records\":[{\"eventSource\":\"deadline.amazonaws.com\",\"note\":\"a \\\"quoted\\\" brace } and ] and \\\\\"}]}"}""", false)),

        // Almost the name.
        new(1, at => at.By(at.Admin(UserAgents.Pipeline), "notdeadline", "GetFarm", """{"farmId":"mine"}""", true)),

        // The right name where it is not the source.
        new(1, at => at.By(Caller.Service("deadline.amazonaws.com"), "kms", "GenerateDataKey",
            $$$"""{"keySpec":"AES_256","keyId":"{{{at.Site.KmsKey}}}","encryptionContext":{"aws:deadline:farmId":"farm-{{{at.Dice.Hex(32)}}}"}}""", true)),
    ];
}
