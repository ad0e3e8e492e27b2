using System;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Credentials;

/// <summary>What is wrong is one clear sentence with the remedy, and nobody is ever asked for anything.</summary>
[Collection(AwsEnvironmentRuns.Name)]
public class CredentialProblemTests
{
    private const string Profiles = """
        [sso]
        sso_start_url = https://example.awsapps.com/start
        sso_region = eu-central-1
        sso_account_id = 111122223333
        sso_role_name = Wrangler

        [device]
        role_arn = arn:aws:iam::111122223333:role/Wrangler
        source_profile = plain
        mfa_serial = arn:aws:iam::111122223333:mfa/avery

        [program]
        credential_process = /no/such/program --for-credentials

        [incomplete]
        region = eu-central-1

        [plain]
        aws_access_key_id = AKIAEXAMPLEEXAMPLE01
        aws_secret_access_key = secret
        """;

    [Theory]
    [InlineData("studio", "ProfileNotFound", "\"studio\"", "plain")]
    [InlineData("sso", "SignInNeeded", "\"sso\"", "aws sso login --profile sso")]
    [InlineData("device", "SignInNeeded", "\"device\"", "multi-factor")]
    [InlineData("program", "CredentialsUnusable", "\"program\"", "credential_process")]
    [InlineData("incomplete", "CredentialsUnusable", "\"incomplete\"", "no credentials")]
    public async Task A_profile_that_gives_no_credentials_says_why_and_what_to_do(string profile, string problem, string names, string remedy)
    {
        using var environment = new AwsEnvironment(("HOME", AwsEnvironment.Folder));
        AwsEnvironment.Profiles(Profiles);

        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings { ProfileName = profile }));

        Assert.Equal(problem, failure.Problem.ToString());
        Assert.Contains(names, failure.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "loopback-sso-token")]
    [InlineData(true, "revoked-token")]
    public async Task An_SSO_sign_in_that_has_expired_or_was_revoked_is_one_sentence_with_the_remedy(bool isCurrent, string token)
    {
        await using var aws = await LoopbackAws.StartAsync();
        using var environment = new AwsEnvironment(("HOME", AwsEnvironment.Folder), ("AWS_ENDPOINT_URL_SSO", aws.Endpoint.AbsoluteUri), ("AWS_ENDPOINT_URL_SSO_OIDC", aws.Endpoint.AbsoluteUri));
        AwsEnvironment.Profiles(Profiles);
        SsoSignIn.Write(AwsEnvironment.Folder, "https://example.awsapps.com/start", token, DateTime.UtcNow.AddHours(isCurrent ? 1 : -1));

        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings { ProfileName = "sso" }));

        Assert.Equal(AwsSetupProblem.SignInNeeded, failure.Problem);
        Assert.EndsWith("Run: aws sso login --profile sso", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(token, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task A_profile_of_the_environment_that_is_not_there_is_an_error_too()
    {
        using var environment = new AwsEnvironment(("AWS_PROFILE", "studio"));
        AwsEnvironment.Profiles(Profiles);

        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings()));

        Assert.Equal(AwsSetupProblem.ProfileNotFound, failure.Problem);
        Assert.Contains("AWS_PROFILE", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_file_is_the_only_one_that_is_read()
    {
        using var environment = new AwsEnvironment();
        AwsEnvironment.Profiles(Profiles);

        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings { ProfileName = "plain", ProfileLocation = AwsEnvironment.ConfigFile }));

        Assert.Equal(AwsSetupProblem.ProfileNotFound, failure.Problem);
        Assert.Contains(AwsEnvironment.ConfigFile, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_credentials_at_all_is_one_sentence_with_the_ways_to_give_some()
    {
        using var environment = new AwsEnvironment();

        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings()));

        Assert.Equal(AwsSetupProblem.CredentialsMissing, failure.Problem);
        Assert.Contains("-ProfileName", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_holds_no_credentials_is_named()
    {
        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings { Credential = new Version(1, 2) }));

        Assert.Equal(AwsSetupProblem.CredentialsUnusable, failure.Problem);
        Assert.Contains("System.Version", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foreign_credentials_that_fail_say_why()
    {
        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(
            new AwsSettings { Credential = new OtherCredentials(() => throw new InvalidOperationException("the role is gone")) }));

        Assert.Contains("the role is gone", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-Credential", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com", false)]
    [InlineData("http://10.0.0.7:8080", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("http://localhost:4566", true)]
    [InlineData("http://127.0.0.1:4566/", true)]
    [InlineData("http://[::1]:4566", true)]
    [InlineData("https://cloudtrail.example.com", true)]
    public async Task Credentials_go_over_plain_http_to_this_machine_only(string url, bool isTaken)
    {
        using var environment = new AwsEnvironment();
        Assert.Equal(isTaken, await Takes(new AwsSettings { EndpointUrl = new Uri(url) }));

        foreach (var variable in new[] { "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_CLOUDTRAIL", "AWS_ENDPOINT_URL_STS" })
        {
            environment.Set(variable, url);
            Assert.Equal(isTaken, await Takes(new AwsSettings()));
            environment.Set(variable, null);
        }
    }

    /// <summary>A client without a profile of its own takes the endpoint of the default one: the role would be assumed there.</summary>
    [Fact]
    public async Task Nor_do_the_keys_of_a_role_come_back_over_it()
    {
        using var environment = new AwsEnvironment();
        AwsEnvironment.Profiles(Profiles + """


            [default]
            endpoint_url = http://192.0.2.1:4566

            [role]
            role_arn = arn:aws:iam::111122223333:role/Wrangler
            source_profile = plain
            region = eu-central-1
            """);

        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings { ProfileName = "role" }));

        Assert.Contains("http://192.0.2.1:4566", failure.Message, StringComparison.Ordinal);
        Assert.Contains("https://", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> Takes(AwsSettings settings)
    {
        try
        {
            (await CredentialOrderTests.Open(settings with { AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "secret" })).Dispose();
            return true;
        }
        catch (AwsSetupException problem) when (problem.Problem == AwsSetupProblem.InsecureEndpoint)
        {
            return false;
        }
    }
}
