using System;
using System.Collections;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>
/// What examples ask of AWS, on the machine itself: the samples as if their days had just ended, in Event history and
/// in the buckets, and with the trails and profiles that the documents name.
/// </summary>
public sealed partial class ExampleStudio : IAsyncLifetime
{
    private const string Account = "226587371907";
    private const string ManagementAccount = "999988887777";
    private const string Region = "us-west-2";

    // Management events and jobs, as a studio begins that wants to know who cancelled what.
    private const string Jobs = """
        [{"Name":"Management","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},
         {"Name":"Jobs","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Job"]}]}]
        """;

    private const string Everything = """
        [{"Name":"Management","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},
         {"Name":"Deadline","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Fleet","AWS::Deadline::Job","AWS::Deadline::Queue","AWS::Deadline::Worker"]}]}]
        """;

    // The night in which the samples end.
    private static readonly DateTime s_end = new(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime s_start = DateTime.UtcNow;

    private static readonly LoopbackKey s_farm = new("AKIALOOPBACKEXAMPLE1", "loopback/secret+EXAMPLEKEYEXAMPLEKEYEXAM")
    {
        AccountId = Account, Arn = $"arn:aws:iam::{Account}:user/trail-reader",
    };

    private static readonly LoopbackKey s_management = new("AKIALOOPBACKMANAGE01", "loopback/management+EXAMPLEKEYEXAMPLEKEY")
    {
        AccountId = ManagementAccount, Arn = $"arn:aws:iam::{ManagementAccount}:user/auditor",
    };

    private readonly TimeSpan _later = Minute(s_start.AddMinutes(-5)) - s_end;
    private LoopbackAws _aws = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync(options => options.Key = s_farm);
        _aws.AddKey(s_management);
        var studio = _aws.AddBucket("studio-trail-logs", Region);
        var farm = _aws.AddBucket("farm-trail-logs", Region);
        var organization = _aws.AddBucket("org-trail-logs", "us-east-1");
        foreach (var file in Directory.GetFiles(Checkout.In($"docs/samples/AWSLogs/{Account}/CloudTrail"), "*.json.gz", SearchOption.AllDirectories))
        {
            var log = Later(Inflated(file));
            var tree = Tree(Path.GetFileName(file));
            var content = TrailFolder.Gzip(Encoding.UTF8.GetBytes(log));
            studio.Put($"AWSLogs/{tree}", content);
            farm.Put($"AWSLogs/{tree}", content);
            organization.Put($"AWSLogs/o-3x4mpl3org/{tree}", content);
            AddHistory(log);
        }

        _aws.AddTrail(Trail("studio-trail", "studio-trail-logs", Jobs));
        _aws.AddTrail(Trail("farm-trail", "farm-trail-logs", Everything) with { IsMultiRegion = false });
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    /// <summary>Lets the commands of a session ask here, without a word of it in the commands.</summary>
    internal void Prepare(ModuleHost module, TrailFolder folder)
    {
        string[] farm = ["default", "studio", "farm", "render-admin", "trail-reader"];
        var profiles = farm.Select(s_farm.Profile).Append(s_management.Profile("management"));
        module.Set("StoredAWSRegion", Region);
        module.Set("PSDefaultParameterValues", new Hashtable
        {
            ["*-Deadline*:EndpointUrl"] = _aws.Endpoint,
            ["*-Deadline*:ProfileLocation"] = folder.Write("credentials", string.Concat(profiles)),
        });
    }

    private static LoopbackTrail Trail(string name, string bucket, string selectors) => new(name, Region, bucket)
    {
        AccountId = Account,
        EventSelectors = null,
        AdvancedEventSelectors = selectors,
        LatestDelivery = DateTimeOffset.UtcNow.AddMinutes(-4),
        StartLogging = DateTimeOffset.UtcNow.AddYears(-2),
    };

    /// <summary>People sign in through the management account, in whichever Region an example says.</summary>
    private void AddHistory(string log)
    {
        var records = JsonNode.Parse(log)!["Records"]!.AsArray().Select(record => record!).ToLookup(record => (string?)record["eventSource"] == "signin.amazonaws.com");
        _aws.AddEvents(records[false].Select(record => record.ToJsonString()));
        foreach (var region in new[] { "us-east-1", "eu-central-1" })
        {
            _aws.AddEvents(region, ManagementAccount, records[true].Select(record => In(region, record)));
        }
    }

    private static string In(string region, JsonNode record)
    {
        record["awsRegion"] = region;
        return record.ToJsonString();
    }

    private string Tree(string name)
    {
        var parts = name.Split('_');
        var delivered = DateTime.ParseExact(parts[3], "yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal) + _later;

        // Some came a day late, which would be tomorrow.
        delivered = delivered < s_start ? delivered : s_start;
        parts[3] = delivered.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]}/CloudTrail/{parts[2]}/{delivered:yyyy'/'MM'/'dd}/{string.Join('_', parts)}");
    }

    private string Later(string log) => Time().Replace(log, match =>
        (DateTime.Parse(match.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) + _later).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static string Inflated(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static DateTime Minute(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")]
    private static partial Regex Time();
}
