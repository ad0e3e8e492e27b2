using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.Tests.Loopback;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
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
    [InlineData("sso with a session")]
    [InlineData("container")]
    [InlineData("web identity")]
    [InlineData("web identity of a profile")]
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
            {aws.Key.Profile("plain")}
            [program]
            credential_process = {Program(temporary)}

            [role]
            role_arn = arn:aws:iam::111122223333:role/Wrangler
            source_profile = plain
            region = eu-central-1

            [web identity of a profile]
            role_arn = arn:aws:iam::111122223333:role/Wrangler
            web_identity_token_file = {Path.Combine(AwsEnvironment.Folder, "identity")}
            region = eu-central-1

            [sso]
            sso_start_url = https://example.awsapps.com/start
            sso_region = eu-central-1
            sso_account_id = 111122223333
            sso_role_name = Wrangler
            """, SsoSession);
        SsoSignIn.Write(AwsEnvironment.Folder, "https://example.awsapps.com/start", "loopback-sso-token", DateTime.UtcNow.AddHours(4));
        SsoSignIn.Write(AwsEnvironment.Folder, "studio", "loopback-sso-token", DateTime.UtcNow.AddHours(4));
        File.WriteAllText(Path.Combine(AwsEnvironment.Folder, "identity"), "loopback-web-identity-token");
        if (kind == "web identity")
        {
            environment.Set("AWS_WEB_IDENTITY_TOKEN_FILE", Path.Combine(AwsEnvironment.Folder, "identity"));
            environment.Set("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/Wrangler");
            environment.Set("AWS_REGION", "eu-central-1");
        }

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
            "container" or "web identity" => new AwsSettings(),
            _ => new AwsSettings { ProfileName = kind },
        } with { EndpointUrl = aws.Endpoint });

        await Lookup(session);

        Assert.Equal(200, aws.Requests.All.Single(each => each.Operation == "LookupEvents").Status);
    }

    [Fact]
    public async Task A_session_that_outlives_what_its_environment_gave_does_not_go_on_with_it()
    {
        await using var aws = await LoopbackAws.StartAsync();
        var identity = Path.Combine(AwsEnvironment.Folder, "identity");
        using var environment = new AwsEnvironment(
            ("AWS_ENDPOINT_URL_STS", aws.Endpoint.AbsoluteUri), ("AWS_REGION", "eu-central-1"), ("AWS_WEB_IDENTITY_TOKEN_FILE", identity), ("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/Wrangler"));
        File.WriteAllText(identity, "loopback-web-identity-token");
        (await CredentialOrderTests.Open(new AwsSettings())).Dispose();

        environment.Set("AWS_ROLE_ARN", "arn:aws:iam::444455556666:role/Auditor");
        using (var session = await CredentialOrderTests.Open(new AwsSettings { EndpointUrl = aws.Endpoint }))
        {
            await Lookup(session);
        }

        Assert.Equal("444455556666", Assert.Single(aws.Requests.All, each => each.Operation == "LookupEvents").Call.AccountId);
        environment.Set("AWS_WEB_IDENTITY_TOKEN_FILE", null);
        environment.Set("AWS_ROLE_ARN", null);
        var gone = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings()));
        Assert.Equal(AwsSetupProblem.CredentialsMissing, gone.Problem);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_wrong_is_put_right_by_the_server_s(int hours)
    {
        await using var aws = await LoopbackAws.StartAsync(options => options.Clock = new FixedClock(DateTimeOffset.UtcNow.AddHours(hours)));
        aws.AddBucket("logs", "eu-central-1");
        using var session = await CredentialOrderTests.Open(new AwsSettings { AccessKey = aws.Key.AccessKeyId, SecretKey = aws.Key.SecretAccessKey, EndpointUrl = aws.Endpoint });

        await Lookup(session);
        var store = await session.OpenBucketAsync(new BucketPlace("logs", "eu-central-1", false), CancellationToken.None);
        Assert.Empty(await Task.Run(() => store.Folders("AWSLogs/", CancellationToken.None)));

        Assert.Equal(200, aws.Requests.All.Last(each => each.Operation == "LookupEvents").Status);
        Assert.Equal(200, aws.Requests.All.Last(each => each.Operation == "ListObjectsV2").Status);
    }

    [Fact]
    public async Task Keys_of_an_SSO_sign_in_that_expire_before_their_time_are_fetched_anew()
    {
        await using var aws = await LoopbackAws.StartAsync();
        using var environment = new AwsEnvironment(("HOME", AwsEnvironment.Folder), ("AWS_ENDPOINT_URL_SSO", aws.Endpoint.AbsoluteUri));
        AwsEnvironment.Profiles(string.Empty, SsoSession);
        SsoSignIn.Write(AwsEnvironment.Folder, "studio", "loopback-sso-token", DateTime.UtcNow.AddHours(4));
        aws.Faults.Next("LookupEvents", Fault.None, Fault.ExpiredToken);
        using var session = await CredentialOrderTests.Open(new AwsSettings { ProfileName = "sso with a session", EndpointUrl = aws.Endpoint });

        await Lookup(session);
        var failure = await Assert.ThrowsAsync<AwsCallException>(() => Lookup(session));
        await Lookup(session);

        Assert.Equal(AwsFailure.ExpiredCredentials, failure.Failure);
        var signed = aws.Requests.All.Where(each => each.Operation == "LookupEvents").Select(each => each.Call.Caller.AccessKeyId).ToList();
        Assert.Equal(signed[0], signed[1]);
        Assert.NotEqual(signed[1], signed[2]);
        Assert.Equal(2, aws.Requests.Count("GetRoleCredentials"));
    }

    [Fact]
    public async Task An_SSO_sign_in_whose_token_is_over_is_renewed_where_it_can_be_without_a_person()
    {
        await using var aws = await LoopbackAws.StartAsync();
        using var environment = new AwsEnvironment(
            ("HOME", AwsEnvironment.Folder), ("AWS_ENDPOINT_URL_SSO", aws.Endpoint.AbsoluteUri), ("AWS_ENDPOINT_URL_SSO_OIDC", aws.Endpoint.AbsoluteUri));
        AwsEnvironment.Profiles(string.Empty, SsoSession);
        SsoSignIn.Write(AwsEnvironment.Folder, "studio", "a token of yesterday", DateTime.UtcNow.AddHours(-20), "loopback-sso-refresh-token");
        using var session = await CredentialOrderTests.Open(new AwsSettings { ProfileName = "sso with a session", EndpointUrl = aws.Endpoint });

        await Lookup(session);

        Assert.Equal(200, Assert.Single(aws.Requests.All, each => each.Operation == "CreateToken").Status);
        Assert.Equal(200, Assert.Single(aws.Requests.All, each => each.Operation == "LookupEvents").Status);
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

    private const string SsoSession = """
        [profile sso with a session]
        sso_session = studio
        sso_account_id = 111122223333
        sso_role_name = Wrangler

        [sso-session studio]
        sso_region = eu-central-1
        sso_start_url = https://example.awsapps.com/start
        """;

    private static Task<LookupPage> Lookup(IAwsSession session) =>
        session.EventHistory.LookupAsync(new LookupRequest("eu-central-1", null, DateTime.UtcNow.Ticks, null, null), CancellationToken.None);

    private static string Program(LoopbackKey key)
    {
        var file = Path.Combine(AwsEnvironment.Folder, "keys.json");
        File.WriteAllText(file, $$"""{"Version":1,"AccessKeyId":"{{key.AccessKeyId}}","SecretAccessKey":"{{key.SecretAccessKey}}","SessionToken":"{{key.SessionToken}}"}""");
        return OperatingSystem.IsWindows() ? $"cmd /c type {file}" : $"cat {file}";
    }
}
