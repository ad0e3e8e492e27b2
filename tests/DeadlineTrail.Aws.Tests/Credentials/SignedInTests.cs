using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Credentials;

/// <summary>Every way to come by credentials ends in a request whose signature the loopback endpoint verifies.</summary>
/// <remarks>All but an instance's: the SDK remembers for the whole process where the metadata service is.</remarks>
[Collection(AwsEnvironmentRuns.Name)]
public class SignedInTests
{
    [Theory]
    [InlineData("keys")]
    [InlineData("keys with a token")]
    [InlineData("profile")]
    [InlineData("object")]
    [InlineData("object of AWS Tools")]
    [InlineData("program")]
    [InlineData("role")]
    [InlineData("sso")]
    [InlineData("container")]
    public async Task Credentials_of_any_kind_sign_requests(string kind)
    {
        await using var aws = await LoopbackAws.StartAsync();
        var temporary = new LoopbackKey("ASIALOOPBACKEXAMPLE9", "temporary/secret", "a session token+/=");
        aws.AddKey(temporary);
        using var environment = new AwsEnvironment(
            ("AWS_ENDPOINT_URL_STS", aws.Endpoint.AbsoluteUri),
            ("AWS_ENDPOINT_URL_SSO", aws.Endpoint.AbsoluteUri));
        environment.Set("HOME", AwsEnvironment.Folder);
        AwsEnvironment.Profiles($"""
            [plain]
            aws_access_key_id = {aws.Key.AccessKeyId}
            aws_secret_access_key = {aws.Key.SecretAccessKey}

            [program]
            credential_process = {Program(temporary)}

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
        SignInToSso();
        if (kind == "container")
        {
            environment.Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.Endpoint + "container-credentials");
        }

        var keys = new OtherKeys(temporary.AccessKeyId, temporary.SecretAccessKey, temporary.SessionToken);
        using var session = await CredentialOrderTests.Open(kind switch
        {
            "keys" => new AwsSettings { AccessKey = aws.Key.AccessKeyId, SecretKey = aws.Key.SecretAccessKey },
            "keys with a token" => new AwsSettings { AccessKey = temporary.AccessKeyId, SecretKey = temporary.SecretAccessKey, SessionToken = temporary.SessionToken },
            "profile" => new AwsSettings { ProfileName = "plain", ProfileLocation = AwsEnvironment.CredentialsFile },
            "object" => new AwsSettings { Credential = new OtherCredentials(() => keys) },
            "object of AWS Tools" => new AwsSettings { SessionCredential = new ToolsCredentials(new OtherCredentials(() => keys)) },
            "container" => new AwsSettings(),
            _ => new AwsSettings { ProfileName = kind },
        } with { EndpointUrl = aws.Endpoint });

        await Lookup(session);

        Assert.Equal(200, aws.Requests.All.Single(each => each.Operation == "LookupEvents").Status);
    }

    [Fact]
    public async Task Credentials_of_another_SDK_are_asked_anew_for_every_call()
    {
        await using var aws = await LoopbackAws.StartAsync();
        var second = new LoopbackKey("ASIALOOPBACKEXAMPLE8", "the second secret", "the second token");
        aws.AddKey(second);
        var current = new OtherKeys(aws.Key.AccessKeyId, aws.Key.SecretAccessKey, null);
        using var session = await CredentialOrderTests.Open(new AwsSettings { Credential = new OtherCredentials(() => current), EndpointUrl = aws.Endpoint });

        await Lookup(session);
        current = new OtherKeys(second.AccessKeyId, second.SecretAccessKey, second.SessionToken);
        await Lookup(session);

        Assert.Equal([aws.Key.AccessKeyId, second.AccessKeyId], aws.Requests.All.Select(each => each.Call.Caller.AccessKeyId));
    }

    private static Task<LookupPage> Lookup(IAwsSession session) =>
        session.EventHistory.LookupAsync(new LookupRequest("eu-central-1", null, DateTime.UtcNow.Ticks, null, null), CancellationToken.None);

    private static string Program(LoopbackKey key)
    {
        var file = Path.Combine(AwsEnvironment.Folder, "keys.json");
        File.WriteAllText(file, $$"""{"Version":1,"AccessKeyId":"{{key.AccessKeyId}}","SecretAccessKey":"{{key.SecretAccessKey}}","SessionToken":"{{key.SessionToken}}"}""");
        return OperatingSystem.IsWindows() ? $"cmd /c type {file}" : $"cat {file}";
    }

    /// <summary>The file that "aws sso login" leaves: its name is the SHA-1 of the address one signed in at.</summary>
    private static void SignInToSso()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AwsEnvironment.Folder, ".aws", "sso", "cache")).FullName;
#pragma warning disable CA5350 // The name of a file, as the AWS CLI makes it.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("https://example.awsapps.com/start")));
#pragma warning restore CA5350
        var expires = DateTime.UtcNow.AddHours(4).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        File.WriteAllText(
            Path.Combine(folder, name + ".json"),
            $$"""{"startUrl":"https://example.awsapps.com/start","region":"eu-central-1","accessToken":"loopback-sso-token","expiresAt":"{{expires}}"}""");
    }
}
