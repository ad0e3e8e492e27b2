using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Secrets;

/// <summary>They change the environment of the process, so nothing else may run beside them.</summary>
[CollectionDefinition(nameof(SecretTests), DisableParallelization = true)]
public sealed class SecretTestsAlone;

/// <summary>What signs requests appears nowhere: in no stream, no exception and what is behind it, no object.</summary>
[Collection(nameof(SecretTests))]
public sealed class SecretTests() : AgainstLoopback(options => options.Key = s_key)
{
    private const string Secret = "planted/secret+KEYKEYKEYKEYKEYKEYKEYKEY";
    private const string Token = "plantedTOKENplanted+/planted==";
    private const string Signature = "0123456789abcdefPLANTED0123456789abcdef";
    private static readonly string[] Planted = [Secret, Token, Signature, Uri.EscapeDataString(Secret), Uri.EscapeDataString(Token)];

    private static readonly LoopbackKey s_key = new("ASIALOOPBACKPLANTED1", Secret, Token);

    private readonly Dictionary<string, string?> _environment = [];

    private protected override void Prepare()
    {
        Aws.AddEvents([HandWritten.Recent(HandWritten.Record(1))]);
        Aws.AddBucket("studio-logs", "us-west-2").Deliver("logs/a.json.gz", 1);
        Aws.AddTrail(new LoopbackTrail("studio", "us-west-2", "studio-logs") { AccountId = s_key.AccountId });
        var profiles = Folder.Write("credentials", s_key.Profile("studio"));
        Module.Set("url", Aws.Endpoint);
        Module.Set("keys", new Hashtable { ["AccessKey"] = s_key.AccessKeyId, ["SecretKey"] = Secret, ["SessionToken"] = Token, ["EndpointUrl"] = Aws.Endpoint });
        Module.Set("profile", new Hashtable { ["ProfileName"] = "studio", ["ProfileLocation"] = profiles, ["EndpointUrl"] = Aws.Endpoint });
        Module.Set("environment", new Hashtable { ["EndpointUrl"] = Aws.Endpoint });
        Module.Set("folder", Folder.Path);
        Set("AWS_ACCESS_KEY_ID", s_key.AccessKeyId);
        Set("AWS_SECRET_ACCESS_KEY", Secret);
        Set("AWS_SESSION_TOKEN", Token);
        Set("AWS_EC2_METADATA_DISABLED", "true");
    }

    public override async Task DisposeAsync()
    {
        foreach (var (name, value) in _environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        await base.DisposeAsync();
    }

    public static TheoryData<string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string>();
            foreach (var credentials in new[] { "@keys", "@profile", "@environment" })
            {
                foreach (var fault in new[] { "none", "denied", "expired", "unknown", "cut", "signature" })
                {
                    runs.Add(credentials, fault);
                }
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void No_secret_is_told_whatever_AWS_answers(string credentials, string fault)
    {
        var isRead = false;
        foreach (var (operation, command) in new[]
        {
            ("LookupEvents", "Get-DeadlineTrailEvent {0} -Region us-west-2"),
            ("GetObject", "Get-DeadlineTrailEvent {0} -Region us-west-2 -BucketName studio-logs -Key logs/a.json.gz"),
            ("ListObjectsV2", "Test-DeadlineTrailSource {0} -Region us-west-2"),
            ("GetCallerIdentity", "Test-DeadlineTrailSource {0} -Region us-west-2"),
            ("GetTrailStatus", "Get-DeadlineTrailSource {0} -Region us-west-2"),
            ("DescribeTrails", "Get-DeadlineTrailEvent {0} -Region us-west-2 -TrailName studio"),
            ("DescribeTrails", "Get-DeadlineTrailSource {0} -Region us-west-2"),
        })
        {
            if (credentials != "@keys" && command.Contains("TrailSource", StringComparison.Ordinal))
            {
                // What fails for the moment is asked for again, with pauses: once is enough.
                continue;
            }

            if (Faults(operation)[fault] is { } failure)
            {
                Aws.Faults.Always(operation, failure);
            }

            var run = Module.Run($"$VerbosePreference = $DebugPreference = 'Continue'; & {{ {string.Format(System.Globalization.CultureInfo.InvariantCulture, command, credentials)} -Verbose -Debug }} *>&1");

            Assert.NotEmpty(run.Output);
            Assert.DoesNotContain(Texts(run), IsTelling);
            isRead |= run.Output.Any(each => each.TypeNames.Contains("DeadlineTrail.TrailEvent"));
        }

        // With these credentials requests do come through, so there was something to tell.
        Assert.Equal(fault == "none", isRead);
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @environment -Region us-west-2 -ProfileName none")]
    [InlineData("Get-DeadlineTrailEvent -EndpointUrl http://127.0.0.1:1 -Region us-west-2 -BucketName studio-logs -Key a.json.gz")]
    [InlineData("Get-DeadlineTrailEvent -EndpointUrl http://example.com -Region us-west-2")]
    [InlineData("Get-DeadlineTrailEvent -Path $signed")]
    [InlineData("Get-DeadlineTrailEvent -LiteralPath $signed")]
    [InlineData("Get-DeadlineSignIn @keys -Region us-west-2")]
    public void Nor_where_nothing_is_asked(string script)
    {
        Module.Set("signed", $"{Folder.Path}/k.json.gz?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Security-Token={Uri.EscapeDataString(Token)}&X-Amz-Signature={Signature}");

        var run = Module.Run($"& {{ {script} -Verbose -Debug }} *>&1");

        Assert.DoesNotContain(Texts(run, withTarget: false), IsTelling);
    }

    /// <summary>As AWS answers a signature that is wrong: with what it would have signed, the token in it.</summary>
    private static Dictionary<string, Fault?> Faults(string operation) => new()
    {
        ["none"] = null,
        ["denied"] = Fault.Denied,
        ["expired"] = Fault.ExpiredToken,
        ["unknown"] = Fault.UnknownKey,
        ["cut"] = Fault.Raw(400, "text/plain", $"x-amz-security-token: {Token}"),
        ["signature"] = operation == "GetObject"
            ? Fault.Raw(403, "application/xml", $"<?xml version=\"1.0\"?><Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match. X-Amz-Signature={Signature}</Message><CanonicalRequest>GET\n/\nx-amz-security-token:{Token}\n</CanonicalRequest><SignatureProvided>{Signature}</SignatureProvided></Error>")
            : Fault.Raw(403, "application/x-amz-json-1.1", $"{{\"__type\":\"InvalidSignatureException\",\"message\":\"The request signature we calculated does not match. The Canonical String for this request should have been\\n'POST\\n/\\n\\nhost:x\\nx-amz-security-token:{Token}\\n\\nhost;x-amz-security-token'\"}}"),
    };

    private static IEnumerable<string> Texts(ModuleRun run, bool withTarget = true)
    {
        foreach (var written in run.Output.Concat(run.Errors.Select(PSObject.AsPSObject)))
        {
            yield return written.ToString();
            if (written.BaseObject is ErrorRecord error)
            {
                yield return error.Exception.ToString();
                yield return error.CategoryInfo.ToString();
                yield return error.ErrorDetails?.ToString() ?? string.Empty;
                yield return error.FullyQualifiedErrorId;
                for (var each = error.Exception; each is not null; each = each.InnerException)
                {
                    yield return PSSerializer.Serialize(each, 3);
                }

                if (withTarget)
                {
                    yield return PSSerializer.Serialize(error.TargetObject, 3);
                }
            }
            else
            {
                yield return PSSerializer.Serialize(written, 3);
            }
        }
    }

    private static bool IsTelling(string text) => Planted.Any(planted => text.Contains(planted, StringComparison.OrdinalIgnoreCase));

    private void Set(string name, string value)
    {
        _environment.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
