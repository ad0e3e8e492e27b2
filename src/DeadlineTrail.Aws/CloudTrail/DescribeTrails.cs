using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>Looks up where a trail delivers its logs.</summary>
/// <param name="access">Credentials, and how to reach AWS.</param>
internal sealed class TrailLookup(AwsAccess access)
{
    private const int Attempts = 5;

    /// <summary>"arn:aws:cloudtrail:us-east-2:123456789012:trail/MyTrail": the Region in it is where the trail is at home.</summary>
    private static readonly Regex Arn = new("^arn:aws[a-z-]*:cloudtrail:(?<region>[a-z]{2,}(-[a-z0-9]+)+):[0-9]{12}:trail/.", RegexOptions.CultureInvariant);

    /// <summary>Looks it up.</summary>
    /// <param name="nameOrArn">The trail.</param>
    /// <param name="region">Finds the Region to ask about a name.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Where it delivers; null when there is no such trail.</returns>
    /// <exception cref="AwsCallException">CloudTrail does not tell.</exception>
    internal async Task<TrailPlace?> FindAsync(string nameOrArn, Func<CancellationToken, Task<string>> region, CancellationToken cancellation)
    {
        var arn = Arn.Match(nameOrArn);
        var config = new CloudTrailConfig();
        access.Apply(config, arn.Success ? arn.Groups["region"].Value : await region(cancellation).ConfigureAwait(false));
        if (config.ServiceURL is { Length: > 0 } url)
        {
            SecureEndpoint.Check(url);
        }

        using var client = new CloudTrailClient(access.Credentials, config);
        var response = await AskAsync(client, nameOrArn, cancellation).ConfigureAwait(false);
        return response.TrailList?.FirstOrDefault(static trail => !string.IsNullOrEmpty(trail?.S3BucketName)) is { } found
            ? new TrailPlace(found.S3BucketName!, found.S3KeyPrefix ?? string.Empty)
            : null;
    }

    private static async Task<DescribeTrailsResponse> AskAsync(CloudTrailClient client, string nameOrArn, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await client.SendAsync(new DescribeTrailsRequest { TrailNameList = [nameOrArn] }, cancellation).ConfigureAwait(false);
            }
            catch (Exception thrown) when (thrown is not (OutOfMemoryException or AwsSetupException))
            {
                cancellation.ThrowIfCancellationRequested();
                var failure = AwsFailures.Of(thrown);
                if (attempt == Attempts || failure.Failure is not (AwsFailure.Throttled or AwsFailure.Transient))
                {
                    throw failure;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200 << attempt), cancellation).ConfigureAwait(false);
        }
    }
}

/// <summary>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html.</summary>
internal sealed class DescribeTrailsRequest : CloudTrailRequest<DescribeTrailsResponse>
{
    [JsonPropertyName("trailNameList")]
    public IReadOnlyList<string>? TrailNameList { get; set; }
}

internal sealed class DescribeTrailsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("trailList")]
    public List<DescribedTrail?>? TrailList { get; set; }
}

internal sealed class DescribedTrail
{
    public string? S3BucketName { get; set; }

    public string? S3KeyPrefix { get; set; }
}
