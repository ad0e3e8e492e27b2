using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Recording;

/// <summary>Tries whether the logs in a trail's bucket may be listed, read and decrypted, on one of the newest of them.</summary>
/// <param name="aws">AWS.</param>
/// <param name="source">The trail.</param>
internal sealed class BucketInspection(IAwsSession aws, TrailSource source)
{
    private const string List = "ListLogs";
    private const string Read = "ReadLogs";
    private const string Decrypt = "DecryptLogs";

    /// <summary>Tries it.</summary>
    internal async Task<IReadOnlyList<TrailSourceCheck>> RunAsync(CancellationToken cancellation)
    {
        if (source.S3BucketName is not { } name)
        {
            return [source.Check(List, null, "The trail's bucket is not known.")];
        }

        try
        {
            var bucket = await aws.OpenBucketAsync(new BucketPlace(name, null, false) { NearRegion = source.HomeRegion }, cancellation).ConfigureAwait(false);
            using (bucket as IDisposable)
            {
                return Try(bucket, name, cancellation);
            }
        }
        catch (AwsSetupException failure)
        {
            return [source.Check(List, null, failure.Message)];
        }
    }

    private List<TrailSourceCheck> Try(ILogStore bucket, string name, CancellationToken cancellation)
    {
        StoredLog? log;
        try
        {
            log = Newest(bucket, cancellation);
        }
        catch (IOException failure)
        {
            return [source.Check(List, Verdict(failure), $"The bucket {name} cannot be listed: {failure.Message}", $"Allow s3:ListBucket on arn:aws:s3:::{name} for these credentials."), Untried(Read), Untried(Decrypt)];
        }

        var listed = source.Check(List, true, $"The bucket {name} may be listed.");
        if (log is null)
        {
            return [listed, source.Check(Read, null, $"No log was found in {name} that could be read for a try."), source.Check(Decrypt, null, "No log was found to try it on.")];
        }

        try
        {
            using var content = bucket.Open(log.Key, log.ETag, 0, cancellation).Stream;
            _ = content.Read(new byte[1], 0, 1);
            return [listed, source.Check(Read, true, $"Logs may be read: {log.Key} was opened."), source.Check(Decrypt, true, source.KmsKeyId is null ? "No KMS key of the trail's own is needed." : "A log that the KMS key encrypts was opened.")];
        }
        catch (LogStoreException failure) when (failure.Message.IndexOf("kms:Decrypt", StringComparison.Ordinal) >= 0)
        {
            return [listed, source.Check(Read, null, "It cannot be told before the log can be decrypted."), source.Check(Decrypt, false, $"{log.Key} cannot be opened: {failure.Message}", $"Allow kms:Decrypt on {source.KmsKeyId ?? "the key of the object"} for these credentials, in the key's policy or in IAM.")];
        }
        catch (IOException failure)
        {
            return [listed, source.Check(Read, Verdict(failure), $"{log.Key} cannot be opened: {failure.Message}", $"Allow s3:GetObject on arn:aws:s3:::{name}/* for these credentials."), Untried(Decrypt)];
        }
    }

    /// <summary>The last folder of each level is the newest: AWSLogs, maybe an organisation, account, CloudTrail, Region, year, month, day.</summary>
    private StoredLog? Newest(ILogStore bucket, CancellationToken cancellation)
    {
        var prefix = source.S3KeyPrefix is { Length: > 0 } own ? own.TrimEnd('/') + "/" : string.Empty;
        var accounts = bucket.Folders(prefix + "AWSLogs/", cancellation);
        if (source.IsOrganization && accounts.LastOrDefault(static folder => Name(folder).StartsWith("o-", StringComparison.Ordinal)) is { } organization)
        {
            accounts = bucket.Folders(organization, cancellation);
        }

        var account = accounts.LastOrDefault(folder => Name(folder) == source.AccountId) ?? accounts.LastOrDefault(static folder => Name(folder).All(static letter => letter is >= '0' and <= '9'));
        if (account is null)
        {
            return null;
        }

        var regions = bucket.Folders(account + "CloudTrail/", cancellation);
        var folder = regions.LastOrDefault(each => Name(each) == source.HomeRegion) ?? Last(regions);
        for (var level = 0; level < 3 && folder is not null; level++)
        {
            folder = Last(bucket.Folders(folder, cancellation));
        }

        return folder is null ? null : bucket.List(folder, cancellation).FirstOrDefault();
    }

    private static string? Last(IReadOnlyList<string> folders) => folders.Count == 0 ? null : folders[folders.Count - 1];

    private static string Name(string folder) => folder.TrimEnd('/') is var path ? path.Substring(path.LastIndexOf('/') + 1) : folder;

    // What failed on the way says nothing about the permission.
    private static bool? Verdict(IOException failure) => failure is LogStoreException ? false : null;

    private TrailSourceCheck Untried(string name) => source.Check(name, null, "It could not be tried.");
}
