using System;
using System.Globalization;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>
/// The logs of one account and Region in a trail's bucket:
/// "bucket/prefix/AWSLogs/[O-ID/]AccountID/CloudTrail/Region/YYYY/MM/DD/",
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html.
/// </summary>
/// <param name="AccountFolder">The folder of the account, with the slash behind it.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The Region.</param>
internal sealed record BucketFolder(string AccountFolder, string AccountId, string Region)
{
    /// <summary>Gets the folder, with the slash behind it.</summary>
    internal string Path => AccountFolder + "CloudTrail/" + Region + "/";

    /// <summary>The folder of the logs delivered on a day (UTC).</summary>
    internal string Day(DateTime day) => Path + day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture);
}
