using System.Text.RegularExpressions;

namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>
/// What the Host header says: nothing, when a client was given the loopback's address; service, Region and bucket, when it
/// believes it talks to AWS and the loopback is its proxy.
/// <para>
/// "Virtual-hosted-style: bucket-name.s3.region-code.amazonaws.com/key-name; path-style: s3.region-code.amazonaws.com/bucket-name/key-name"
/// - https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html. A name below localhost counts as virtual-hosted too.
/// </para>
/// </summary>
internal sealed partial record AwsHost(string? Bucket, string? Region)
{
    public static AwsHost Parse(string host)
    {
        string name = Port().Replace(host, "");
        Match aws = Aws().Match(name);
        if (aws.Success)
        {
            // "s3.amazonaws.com": the global endpoint is the one of us-east-1.
            return new AwsHost(Value(aws.Groups["bucket"]), Value(aws.Groups["region"]) ?? "us-east-1");
        }

        return new AwsHost(name.EndsWith(".localhost", System.StringComparison.Ordinal) ? name[..^".localhost".Length] : null, null);
    }

    private static string? Value(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(@":\d+$")]
    private static partial Regex Port();

    [GeneratedRegex(@"^(?:(?<bucket>.+)\.)?(?:s3|cloudtrail|sts|portal\.sso)(?:-fips)?(?:\.dualstack)?(?:[.-](?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+))?\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|api\.(?:aws|amazonwebservices\.com\.cn))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Aws();
}
