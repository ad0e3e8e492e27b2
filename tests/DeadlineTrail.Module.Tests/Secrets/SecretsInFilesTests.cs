using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.SignIns;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Secrets;

/// <summary>
/// What signs requests is neither in a file that the module writes nor in an object that a user may export. What a record
/// says is data, and stays in it; so nothing is planted in records.
/// </summary>
public sealed class SecretsInFilesTests() : AgainstLoopback(options => options.Key = s_key)
{
    // Letters and digits only, long enough to be nothing else: they are the same in JSON, XML and an address.
    private const string InSecret = "PLANTEDplantedKEYKEYKEYKEY";
    private const string InToken = "plantedTOKENplantedTOKEN";

    private static readonly LoopbackKey s_key = new("ASIALOOPBACKPLANTED2", $"loopback/{InSecret}+sec", $"IQoJ/{InToken}+/==");

    private string Mark => Folder["marks/studio.bookmark"];

    private protected override void Prepare()
    {
        JsonObject[] records = [Created(), HandWritten.Record(1), InTheFarm(SignInRecords.SignIn(2)), SignInRecords.Grant(3), SignInRecords.Call(4, 3)];
        var logs = Aws.AddBucket("studio-logs", "us-west-2");
        logs.Deliver(DeliveredLogs.Key("1005Z_aaaaaaaaaaaaaaaa"), records);
        logs.Deliver(DeliveredLogs.Key("1006Z_bbbbbbbbbbbbbbbb"), 5);
        Aws.AddTrail(new LoopbackTrail("studio", "us-west-2", "studio-logs") { AccountId = s_key.AccountId });
        Aws.AddEvents(records.Select(HandWritten.Recent));

        var profiles = Folder.Write("credentials", s_key.Profile("studio"));
        Module.Set("keys", new Hashtable { ["AccessKey"] = s_key.AccessKeyId, ["SecretKey"] = s_key.SecretAccessKey, ["SessionToken"] = s_key.SessionToken, ["EndpointUrl"] = Aws.Endpoint });
        Module.Set("profile", new Hashtable { ["ProfileName"] = "studio", ["ProfileLocation"] = profiles, ["EndpointUrl"] = Aws.Endpoint });
        Module.Set("elsewhere", new Hashtable { ["AccessKey"] = s_key.AccessKeyId, ["SecretKey"] = s_key.SecretAccessKey, ["SessionToken"] = s_key.SessionToken, ["Region"] = "us-west-2" });
        Module.Set("StoredAWSRegion", "us-west-2");
        Directory.CreateDirectory(Folder["marks"]);
        Module.Set("mark", Mark);
    }

    public static TheoryData<string, string> Sources()
    {
        var data = new TheoryData<string, string>();
        foreach (var credentials in new[] { "@keys", "@profile" })
        {
            data.Add(credentials, "-Region us-west-2 -Last 1d");
            data.Add(credentials, "-BucketName studio-logs -StartTime 2026-03-02T00:00:00Z");
            data.Add(credentials, "-TrailName studio -StartTime 2026-03-02T00:00:00Z");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_secret_is_in_a_bookmark_or_in_what_lies_beside_it(string credentials, string source)
    {
        var read = $"Get-DeadlineTrailEvent {credentials} {source} -BookmarkPath $mark";

        Assert.NotEmpty(Module.Run(read + " -DeferBookmark").WithoutErrors().Output);
        Assert.Contains("studio.bookmark.pending", WhatIsWritten());

        Module.Run("Complete-DeadlineTrailBookmark $mark").WithoutErrors();
        Assert.Contains("studio.bookmark", WhatIsWritten());

        // A second one, on what the first wrote.
        Assert.Empty(Module.Run(read).WithoutErrors().Output);
        Assert.Contains("studio.bookmark", WhatIsWritten());
    }

    [Theory]
    [InlineData("@keys")]
    [InlineData("@profile")]
    public void Nor_in_one_that_remembers_what_was_refused(string credentials)
    {
        Aws.Faults.When("GetObject", call => call.Key!.Contains("aaaa", StringComparison.Ordinal), RefusalThatQuotes("application/xml", "<Error><Code>AccessDenied</Code><Message>x-amz-security-token:{0}</Message><CanonicalRequest>{0}</CanonicalRequest></Error>"));

        var run = Module.Run($"Get-DeadlineTrailEvent {credentials} -BucketName studio-logs -StartTime 2026-03-02T00:00:00Z -BookmarkPath $mark");

        Assert.Equal([5], run.Minutes());
        Assert.NotEmpty(run.Errors);
        Assert.Contains("studio.bookmark", WhatIsWritten());
    }

    public static TheoryData<string, string> Reads => new()
    {
        { "Get-DeadlineTrailEvent {0} -Region us-west-2 -Last 1d", "DeadlineTrail.TrailEvent" },
        { "Get-DeadlineTrailEvent {0} -TrailName studio", "DeadlineTrail.TrailEvent" },
        { "Get-DeadlineResourceHistory Lighting {0} -Region us-west-2", "DeadlineTrail.ResourceHistoryEntry" },
        { "Get-DeadlineResourceHistory Lighting {0} -BucketName studio-logs", "DeadlineTrail.ResourceHistoryEntry" },
        { "Get-DeadlineResourceHistory Lighting {0} -TrailName studio", "DeadlineTrail.ResourceHistoryEntry" },
        { "Get-DeadlineSignIn {0} -Region us-west-2 -IncludeActivity", "DeadlineTrail.SignIn" },
        { "Get-DeadlineSignIn {0} -BucketName studio-logs -IncludeActivity", "DeadlineTrail.SignIn" },
        { "Get-DeadlineSignIn {0} -TrailName studio -SignInSource $elsewhere -IncludeActivity", "DeadlineTrail.SignIn" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void No_secret_is_in_an_object_that_is_exported(string command, string type)
    {
        foreach (var credentials in new[] { "@keys", "@profile" })
        {
            var run = Module.Run(string.Format(CultureInfo.InvariantCulture, command, credentials)).WithoutErrors();

            Assert.Contains(run.Output, each => each.TypeNames.Contains(type));
            Assert.All(run.Output, each =>
            {
                // As Export-Clixml does by default, and into what it does not open.
                Assert.Empty(Told(PSSerializer.Serialize(each)));
                Assert.Empty(Told(PSSerializer.Serialize(each, 6)));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void No_stream_tells_one_where_AWS_quotes_it_in_a_refusal(string command, string type)
    {
        const string json = "{{\"__type\":\"InvalidSignatureException\",\"message\":\"The Canonical String should have been\\n'POST\\n/\\n\\nx-amz-security-token:{0}'\"}}";
        Aws.Faults.Always("LookupEvents", RefusalThatQuotes("application/x-amz-json-1.1", json));
        Aws.Faults.Always("DescribeTrails", RefusalThatQuotes("application/x-amz-json-1.1", json));
        Aws.Faults.Always("GetObject", RefusalThatQuotes("application/xml", "<Error><Code>SignatureDoesNotMatch</Code><Message>x</Message><CanonicalRequest>x-amz-security-token:{0}</CanonicalRequest></Error>"));
        foreach (var credentials in new[] { "@keys", "@profile" })
        {
            var run = Module.Run($"$DebugPreference = 'Continue'; & {{ {string.Format(CultureInfo.InvariantCulture, command, credentials)} -Verbose -Debug }} *>&1");

            var written = run.Output.Concat(run.Errors.Select(PSObject.AsPSObject)).ToList();
            Assert.Contains(written, each => each.BaseObject is ErrorRecord);
            Assert.DoesNotContain(written, each => each.TypeNames.Contains(type));
            Assert.Empty(written.SelectMany(each => Told(Text(each))));
        }
    }

    /// <summary>The names of the files beside the bookmark, none of which has a secret in it.</summary>
    private List<string> WhatIsWritten()
    {
        var files = Directory.GetFiles(Folder["marks"], "*", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            Assert.Empty(Told(File.ReadAllText(file)));
        }

        return [.. files.Select(file => Path.GetFileName(file))];
    }

    private static Fault RefusalThatQuotes(string contentType, string body) => Fault.Raw(403, contentType, string.Format(CultureInfo.InvariantCulture, body, s_key.SessionToken));

    private static string Text(PSObject written) => written.BaseObject is ErrorRecord error
        ? string.Join('\n', error.ToString(), error.Exception.ToString(), error.ErrorDetails, error.CategoryInfo, error.FullyQualifiedErrorId, PSSerializer.Serialize(error.Exception, 4), PSSerializer.Serialize(error.TargetObject, 4))
        : written + "\n" + PSSerializer.Serialize(written, 4);

    /// <summary>Where a text gives a secret away, as it stands or in base 64 at any of the three places of a group.</summary>
    private static IEnumerable<string> Told(string text) =>
        from planted in new[] { InSecret, InToken }
        from form in Enumerable.Range(0, 3).Select(at => Convert.ToBase64String(Encoding.UTF8.GetBytes(new string(' ', at) + planted))[4..^4]).Append(planted)
        let place = text.IndexOf(form, StringComparison.OrdinalIgnoreCase)
        where place >= 0
        select text[Math.Max(0, place - 500)..Math.Min(text.Length, place + 100)];

    private static JsonObject Created() => HandWritten.Record(0, record =>
    {
        record["eventName"] = "CreateQueue";
        record["requestParameters"] = new JsonObject { ["farmId"] = HandWritten.Farm, ["displayName"] = "Lighting" };
        record["responseElements"] = new JsonObject { ["queueId"] = HandWritten.Queue };
    });

    /// <summary>A sign-in in the account and Region of the farm.</summary>
    private static JsonObject InTheFarm(JsonObject record)
    {
        record["awsRegion"] = "us-west-2";
        record["recipientAccountId"] = HandWritten.Account;
        return record;
    }
}
