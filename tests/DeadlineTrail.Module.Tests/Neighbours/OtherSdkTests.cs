using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Shell;
using DeadlineTrail.Testing.Loopback;
using Xunit;
using Xunit.Abstractions;

namespace DeadlineTrail.Module.Tests.Neighbours;

/// <summary>
/// Another module has loaded the AWS SDK in another version, before this one needed it or after: the packages themselves, in
/// the context that all modules share. Each works with its own, and credentials objects of the other are taken.
/// </summary>
public sealed class OtherSdkTests(ITestOutputHelper output)
{
    private static readonly string _packages = typeof(OtherSdkTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Packages").Value!;

    /// <summary>AWS Tools 4 bring version 3 of the SDK, AWS Tools 5 version 4; all of a major version say the same assembly version.</summary>
    public static TheoryData<string, string[]> Others => new()
    {
        { "3.7.402", ["awssdk.core/3.7.402/lib/net8.0/AWSSDK.Core.dll"] },
        { "4.0.3.3", ["awssdk.core/4.0.3.3/lib/net8.0/AWSSDK.Core.dll", "awssdk.s3/4.0.102.2/lib/net8.0/AWSSDK.S3.dll", "awssdk.securitytoken/4.0.5.1/lib/net8.0/AWSSDK.SecurityToken.dll", "awssdk.sso/4.0.2.5/lib/net8.0/AWSSDK.SSO.dll", "awssdk.ssooidc/4.0.3.6/lib/net8.0/AWSSDK.SSOOIDC.dll"] },
    };

    public static IEnumerable<object[]> Orders => Others.SelectMany(other => new[] { new object[] { other[0], other[1], true }, [other[0], other[1], false] });

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Neither_disturbs_the_other(string version, string[] assemblies, bool isFirst)
    {
        await using var aws = await LoopbackAws.StartAsync();
        Assert.Equal(70, aws.AddEvents("eu-central-1", aws.Key.AccountId, Enumerable.Range(0, 70).Select(Record)));
        aws.AddBucket("logs", "eu-central-1").Put("AWSLogs/111122223333/CloudTrail/eu-central-1/2026/03/02/111122223333_CloudTrail_eu-central-1_20260302T1005Z_aaaaaaaaaaaaaaaa.json", System.Text.Encoding.UTF8.GetBytes($$"""{"Records":[{{Record(1)}}]}"""));
        using var profile = new ProfileFile($"""
            {aws.Key.Profile("plain")}
            [role]
            role_arn = arn:aws:iam::111122223333:role/Wrangler
            source_profile = plain
            region = eu-central-1

            [sso]
            sso_start_url = https://example.awsapps.com/start
            sso_region = eu-central-1
            sso_account_id = 111122223333
            sso_role_name = Wrangler
            """);
        profile.SignIn("https://example.awsapps.com/start", "loopback-sso-token");
        var load = string.Join(Environment.NewLine, assemblies.Select(file => $"[void][Reflection.Assembly]::LoadFrom('{Path.Combine(_packages, file)}')"));

        // The first page of the last query comes, the second is refused until the credentials object has fetched other keys.
        var refused = 0;
        aws.Faults.When("LookupEvents", call => IsOfContainer(call) && aws.Requests.All.Count(each => each.Operation == "LookupEvents" && IsOfContainer(each.Call)) == 2 && refused++ == 0, Fault.ExpiredToken);
        var shell = ShellProcess.Run(["-Command", $$"""
            $ErrorActionPreference = 'Stop'
            {{(isFirst ? load : string.Empty)}}
            $ask = @{ EndpointUrl = '{{aws.Endpoint}}'; Last = '80d' }
            'keys ' + @(Get-DeadlineTrailEvent @ask -AccessKey {{aws.Key.AccessKeyId}} -SecretKey '{{aws.Key.SecretAccessKey}}' -Region eu-central-1).Count
            'bucket ' + @(Get-DeadlineTrailEvent -EndpointUrl {{aws.Endpoint}} -AccessKey {{aws.Key.AccessKeyId}} -SecretKey '{{aws.Key.SecretAccessKey}}' -BucketName logs -BucketRegion eu-central-1 -StartTime 2026-03-01).Count
            {{(isFirst ? string.Empty : load)}}
            'role ' + @(Get-DeadlineTrailEvent @ask -ProfileName role -Region eu-central-1).Count
            'sso ' + @(Get-DeadlineTrailEvent @ask -ProfileName sso -Region eu-central-1).Count
            $plain = [Amazon.Runtime.BasicAWSCredentials]::new('{{aws.Key.AccessKeyId}}', '{{aws.Key.SecretAccessKey}}')
            'object ' + @(Get-DeadlineTrailEvent @ask -Credential $plain -Region eu-central-1).Count
            $StoredAWSCredentials = $plain
            'session ' + @(Get-DeadlineTrailEvent @ask -Region eu-central-1).Count
            $StoredAWSCredentials = $null
            $renewing = [Amazon.Runtime.GenericContainerCredentials]::new()
            'renewing ' + @(Get-DeadlineTrailEvent @ask -Credential $renewing -Region eu-central-1).Count
            'theirs ' + $plain.GetCredentials().AccessKey
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like 'AWSSDK*' } |
                ForEach-Object { [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name + ' ' + $_.GetName().Name + ' ' + $_.Location }
            """], environment: new()
        {
            ["AWS_SHARED_CREDENTIALS_FILE"] = profile.Path,
            ["AWS_CONFIG_FILE"] = profile.Path + ".none",
            ["HOME"] = profile.Home,
            ["AWS_ENDPOINT_URL_STS"] = aws.Endpoint.AbsoluteUri,
            ["AWS_ENDPOINT_URL_SSO"] = aws.Endpoint.AbsoluteUri,
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = aws.Endpoint + "container-credentials",
        });

        output.WriteLine(shell.Output);
        Assert.Equal(string.Empty, shell.Errors);
        var lines = shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["keys 70", "bucket 1", "role 70", "sso 70", "object 70", "session 70", "renewing 70", "theirs " + aws.Key.AccessKeyId], lines[..8]);
        Assert.InRange(refused, 1, int.MaxValue);
        Assert.Equal(2, aws.Requests.Count("GetContainerCredentials"));

        // Each is there from its own place, and nothing of one is in the other's context.
        var theirs = lines[8..].Where(line => line.StartsWith("Default ", StringComparison.Ordinal)).ToList();
        var ours = lines[8..].Where(line => line.StartsWith("DeadlineTrail ", StringComparison.Ordinal)).ToList();
        Assert.Equal(assemblies.Length, theirs.Count);
        Assert.All(theirs, line => Assert.Contains(assemblies, file => line.EndsWith(file, StringComparison.Ordinal)));
        Assert.All(new[] { "AWSSDK.Core ", "AWSSDK.S3 ", "AWSSDK.SecurityToken ", "AWSSDK.SSO " }, name => Assert.Contains(ours, line => line.Contains(name, StringComparison.Ordinal)));
        Assert.All(ours, line => Assert.DoesNotContain("packages", line, StringComparison.Ordinal));
        Assert.DoesNotContain(ours, line => line.Contains(version, StringComparison.Ordinal));
    }

    private static bool IsOfContainer(AwsCall call) => call.Caller?.Arn.Contains("render-node", StringComparison.Ordinal) == true;

    private static string Record(int number)
    {
        var time = DateTime.UtcNow.AddMinutes(-number - 5).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return $$"""{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","userName":"avery"},"eventTime":"{{time}}","eventSource":"deadline.amazonaws.com","eventName":"UpdateQueue","awsRegion":"eu-central-1","eventID":"00000000-0000-4000-8000-{{number:D12}}","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}""";
    }
}
