using System;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Credentials;

/// <summary>Whose credentials are used, and which Region is meant: the order of AWS Tools for PowerShell.</summary>
[Collection(AwsEnvironmentRuns.Name)]
public class CredentialOrderTests
{
    private const string DefaultProfile = """
        [default]
        aws_access_key_id = AKIAOFDEFAULTPROFILE
        aws_secret_access_key = secret
        region = eu-west-1

        """;

    private const string OtherProfiles = """
        [AWS PS Default]
        aws_access_key_id = AKIAOFOLDDEFAULT0000
        aws_secret_access_key = secret

        [studio]
        aws_access_key_id = AKIAOFSTUDIOPROFILE0
        aws_secret_access_key = secret
        region = eu-central-1

        [variable]
        aws_access_key_id = AKIAOFAWSPROFILE0000
        aws_secret_access_key = secret
        region = ap-south-1
        """;

    private const string Profiles = DefaultProfile + OtherProfiles;

    private static readonly string[] s_order = ["-AccessKey", "-ProfileName", "-Credential", "$StoredAWSCredentials", "AWS_ACCESS_KEY_ID", "AWS_PROFILE", "default", "AWS PS Default"];

    [Theory]
    [InlineData("-AccessKey", "AKIAOFCOMMANDLINE000")]
    [InlineData("-ProfileName", "AKIAOFSTUDIOPROFILE0")]
    [InlineData("-Credential", "AKIAOFTHEPARAMETER00")]
    [InlineData("$StoredAWSCredentials", "AKIAOFTHESESSION0000")]
    [InlineData("AWS_ACCESS_KEY_ID", "AKIAOFENVIRONMENT000")]
    [InlineData("AWS_PROFILE", "AKIAOFAWSPROFILE0000")]
    [InlineData("default", "AKIAOFDEFAULTPROFILE")]
    [InlineData("AWS PS Default", "AKIAOFOLDDEFAULT0000")]
    public async Task The_first_that_says_whose_credentials_wins_over_all_behind_it(string first, string expected)
    {
        bool IsThere(string source) => Array.IndexOf(s_order, source) >= Array.IndexOf(s_order, first);
        using var environment = new AwsEnvironment(
            ("AWS_ACCESS_KEY_ID", IsThere("AWS_ACCESS_KEY_ID") ? "AKIAOFENVIRONMENT000" : null),
            ("AWS_SECRET_ACCESS_KEY", IsThere("AWS_ACCESS_KEY_ID") ? "secret" : null),
            ("AWS_PROFILE", IsThere("AWS_PROFILE") ? "variable" : null));
        AwsEnvironment.Profiles(IsThere("default") ? Profiles : OtherProfiles);

        using var opened = await Open(new AwsSettings
        {
            AccessKey = IsThere("-AccessKey") ? "AKIAOFCOMMANDLINE000" : null,
            SecretKey = IsThere("-AccessKey") ? "secret" : null,
            ProfileName = IsThere("-ProfileName") ? "studio" : null,
            Credential = IsThere("-Credential") ? new ToolsCredentials(new OtherKeys("AKIAOFTHEPARAMETER00", "secret", "token")) : null,
            SessionCredential = IsThere("$StoredAWSCredentials") ? new ToolsCredentials(new OtherKeys("AKIAOFTHESESSION0000", "secret", "token")) : null,
        });

        Assert.Equal(expected, opened.QuotaOwner);
    }

    [Theory]
    [InlineData("studio", "us-east-2", null, "eu-central-1")]
    [InlineData("AWS PS Default", "us-east-2", null, "us-east-2")]
    [InlineData(null, "us-east-2", null, "us-east-2")]
    [InlineData(null, null, "variable", "ap-south-1")]
    [InlineData(null, null, null, "eu-west-1")]
    public async Task The_first_that_says_which_Region_wins(string? profile, string? session, string? environmentProfile, string expected)
    {
        using var environment = new AwsEnvironment(("AWS_REGION", "us-west-2"), ("AWS_PROFILE", environmentProfile));
        AwsEnvironment.Profiles(Profiles);
        using var opened = await Open(new AwsSettings { ProfileName = profile, SessionRegion = session });

        Assert.Equal(expected, await opened.FindRegionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_old_default_profile_says_which_Region_where_there_is_no_other()
    {
        using var environment = new AwsEnvironment(("AWS_REGION", "us-west-2"));
        AwsEnvironment.Profiles("[AWS PS Default]\nregion = sa-east-1\n");
        using var opened = await Open(new AwsSettings { AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "secret" });

        Assert.Equal("sa-east-1", await opened.FindRegionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_environment_says_which_Region_where_no_profile_does()
    {
        using var environment = new AwsEnvironment(("AWS_REGION", "us-west-2"));
        using var opened = await Open(new AwsSettings { AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "secret" });

        Assert.Equal("us-west-2", await opened.FindRegionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_that_says_a_Region_is_one_sentence_with_the_remedy()
    {
        using var environment = new AwsEnvironment();
        using var opened = await Open(new AwsSettings { AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "secret" });

        var problem = await Assert.ThrowsAsync<AwsSetupException>(() => opened.FindRegionAsync(CancellationToken.None));

        Assert.Equal(AwsSetupProblem.RegionMissing, problem.Problem);
        Assert.Contains("-Region", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-central-1", "ap-southeast-2", "us-gov-west-1")]
    [InlineData("cn-north-1", "cn-northwest-1", "eu-central-1")]
    [InlineData("us-gov-east-1", "us-gov-west-1", "us-east-1")]
    public async Task All_Regions_are_those_of_the_partition(string region, string with, string without)
    {
        using var environment = new AwsEnvironment();
        using var opened = await Open(new AwsSettings { AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "secret" });

        var regions = opened.RegionsBeside(region);

        Assert.Contains(region, regions);
        Assert.Contains(with, regions);
        Assert.DoesNotContain(without, regions);
    }

    internal static Task<IAwsSession> Open(AwsSettings settings) => new AwsServices().OpenAsync(settings, CancellationToken.None);
}
