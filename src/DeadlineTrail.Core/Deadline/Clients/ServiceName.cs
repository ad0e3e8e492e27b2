using System;

namespace DeadlineTrail.Deadline.Clients;

/// <summary>DNS names by which AWS services sign what they do: <c>cloudformation.amazonaws.com</c>.</summary>
internal static class ServiceName
{
    public const string Internal = "AWS Internal";

    private const string CloudFormation = "cloudformation.amazonaws.com";

    /// <summary>Whether the text is the DNS name of a service, alone.</summary>
    public static bool IsServiceName(string? text) =>
        text is not null
        && (text.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase))
        && text.AsSpan().IndexOfAny(' ', '/', ',') < 0;

    public static bool IsCloudFormation(string text) => text.Equals(CloudFormation, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the name stands for the AWS Management Console: AWS's own examples show console calls with the agents
    /// <c>console.amazonaws.com</c>, <c>console.ec2.amazonaws.com</c> and <c>signin.amazonaws.com</c>.
    /// </summary>
    public static bool IsConsole(string text) =>
        text.StartsWith("console.", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("signin.", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith(".console.amazonaws.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>CloudTrail writes <c>AWS Internal</c>, sometimes with a number: <c>AWS Internal/3</c>.</summary>
    public static bool IsInternal(ReadOnlySpan<char> text) => text.StartsWith(Internal.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
