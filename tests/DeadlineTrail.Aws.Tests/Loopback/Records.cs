using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>CloudTrail records as short as a test can tell apart.</summary>
internal static class Records
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static string Id(int number) => $"00000000-0000-4000-8000-{number:D12}";

    /// <summary>One record; the higher the number, the newer, a second each.</summary>
    public static string Record(int number, string name = "GetFarm", string source = "deadline.amazonaws.com", string user = "ada", string more = "") =>
        $$"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","userName":"{{user}}","accountId":"111122223333","accessKeyId":"AKIA{{user.ToUpperInvariant()}}"},"eventTime":"{{Time(number)}}","eventSource":"{{source}}","eventName":"{{name}}","awsRegion":"eu-west-1","readOnly":{{(name.StartsWith("Get", StringComparison.Ordinal) ? "true" : "false")}},{{more}}"eventID":"{{Id(number)}}","eventType":"AwsApiCall","recipientAccountId":"111122223333"}
        """;

    public static IEnumerable<string> Many(int count) => Enumerable.Range(0, count).Select(number => Record(number));

    public static string Time(int number) => Start.AddSeconds(number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
