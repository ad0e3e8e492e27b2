using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Xunit;

namespace DeadlineTrail.Core.Tests.Studio;

/// <summary>The tree's layout and the delays in it, against what was measured on genuine trails.</summary>
[Collection(WrittenTree.Shared)]
public sealed partial class DeliveryTests(WrittenTree tree)
{
    // Whole minutes from the event to the minute in the file's name.
    private const string Delay =
        "date_diff('second', time::TIMESTAMP, strptime(regexp_extract(filename, '_(\\d{8}T\\d{4})Z_', 1), '%Y%m%dT%H%M'))";

    [Fact]
    public void Keys_have_the_form_of_a_trail_of_an_organisation() =>
        Assert.All(
            Directory.EnumerateFiles(tree.Folder, "*", SearchOption.AllDirectories),
            path => Assert.Matches(Key(), Path.GetRelativePath(tree.Folder, path).Replace('\\', '/')));

    [Fact]
    public void A_folder_has_the_day_and_the_account_and_Region_of_its_files_names() =>
        Assert.Equal(0, tree.Number("""
            SELECT count(*) FROM record
            WHERE NOT regexp_matches(filename, '/(\d{12})/CloudTrail/[^/]+/\d{4}/\d\d/\d\d/\d{12}_CloudTrail_')
               OR regexp_extract(filename, '/CloudTrail/([^/]+)/', 1) <> regexp_extract(filename, '_CloudTrail_([^_]+)_', 1)
               OR regexp_extract(filename, '/(\d{4}/\d\d/\d\d)/', 1) <> strftime(strptime(regexp_extract(filename, '_(\d{8})T', 1), '%Y%m%d'), '%Y/%m/%d')
            """));

    [Fact]
    public void Nothing_is_delivered_before_it_happened() =>
        Assert.Equal(0, tree.Number($"SELECT count(*) FROM record WHERE {Delay} < 0"));

    [Fact]
    public void Most_come_within_minutes_and_some_hours_or_days_late()
    {
        long late = tree.Number($"SELECT count(*) FROM (SELECT id FROM record GROUP BY id HAVING min({Delay}) >= 3000)");
        Assert.Equal(tree.Tally.Late, late);
        Assert.True(late > 0);
        Assert.True(tree.Number($"SELECT count(*) FROM record WHERE {Delay} >= 86400") > 0, "some are a day late");
    }

    [Fact]
    public void Some_late_records_say_so_and_some_do_not()
    {
        string late = $"FROM (SELECT id, any_value(j) AS j FROM record GROUP BY id HAVING min({Delay}) >= 3000)";
        Assert.True(tree.Number($"SELECT count(*) {late} WHERE (j->>'$.addendum.reason') = 'DELIVERY_DELAY'") > 0);
        Assert.True(tree.Number($"SELECT count(*) {late} WHERE (j->>'addendum') IS NULL") > 0);
    }

    [Fact]
    public void Files_are_one_line_without_an_end_and_not_in_order()
    {
        string key = tree.Trail.Records.GroupBy(r => r.Files[0]).MaxBy(g => g.Count())!.Key;
        string text = tree.Read(key);
        Assert.StartsWith("""{"Records":[{"eventVersion":""", text, StringComparison.Ordinal);
        Assert.EndsWith("}]}", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
        Assert.True(tree.Number("""
            SELECT count(*) FROM (SELECT time, lag(time) OVER (PARTITION BY filename) AS before FROM record) WHERE before > time
            """) > 0);
    }

    [Fact]
    public void A_digest_has_the_hashes_of_the_files_before_it()
    {
        string digest = Directory.EnumerateFiles(tree.Folder, "*_CloudTrail-Digest_*", SearchOption.AllDirectories).First();
        string text = tree.Read(Path.GetRelativePath(tree.Folder, digest));
        (string Key, string Hash)[] logs = [.. Log().Matches(text).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];
        Assert.NotEmpty(logs);
        Assert.All(logs, log => Assert.Equal(log.Hash, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(tree.Read(log.Key))))));
    }

    [Fact]
    public void Files_that_are_no_logs_lie_beside_them()
    {
        Assert.All(["CloudTrail-Digest", "CloudTrail-Insight", "CloudTrail-Aggregated"], kind => Assert.True(tree.Tally.Files[kind] > 0));
        Assert.Equal(
            tree.Tally.Files.Sum(f => f.Value),
            Directory.EnumerateFiles(tree.Folder, "*", SearchOption.AllDirectories).LongCount());
    }

    [GeneratedRegex(@"^trails/studio/AWSLogs/o-3x4mpl3org/(\d{12})/(CloudTrail|CloudTrail-Digest|CloudTrail-Insight|CloudTrail-Aggregated)/([a-z0-9-]+)/\d{4}/\d\d/\d\d/\1_\2_\3_(\d{8}T\d{4}Z_[A-Za-z0-9]{16}|studio-trail_us-west-2_\d{8}T\d{6}Z)\.json\.gz$")]
    private static partial Regex Key();

    [GeneratedRegex("""s3Object":"([^"]+)","hashValue":"([0-9a-f]{64})""")]
    private static partial Regex Log();
}
