using System;
using System.Globalization;

namespace DeadlineTrail.Testing.Delivery;

/// <summary>
/// Keys in the trail's bucket: <c>[prefix/]AWSLogs/[o-org/]account/kind/region/YYYY/MM/DD/account_kind_region_time_suffix.json.gz</c>
/// (AWS CloudTrail user guide, "CloudTrail log file name format" and "CloudTrail digest file structure").
/// </summary>
internal sealed class Layout(string? prefix, string? organization)
{
    public const string TrailName = "studio-trail";

    public string Log(string kind, string account, string region, DateTime delivered, string suffix) =>
        $"{Folder(kind, account, region, delivered)}{account}_{kind}_{region}_{Minute(delivered)}_{suffix}.json.gz";

    public string Digest(string account, string region, string homeRegion, DateTime end) =>
        $"{Folder("CloudTrail-Digest", account, region, end)}{account}_CloudTrail-Digest_{region}_{TrailName}_{homeRegion}_{end.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.json.gz";

    private string Folder(string kind, string account, string region, DateTime day) =>
        $"{(prefix is null ? "" : prefix + "/")}AWSLogs/{(organization is null ? "" : organization + "/")}{account}/{kind}/{region}/{day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/";

    private static string Minute(DateTime time) => time.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);
}
