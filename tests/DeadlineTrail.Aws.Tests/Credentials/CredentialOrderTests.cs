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
    private const string Profiles = """
        [default]
        aws_access_key_id = AKIAOFDEFAULTPROFILE
        aws_secret_access_key = secret
        region = eu-west-1

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

    // keys, -ProfileName, object of the session, keys in the environment, AWS_PROFILE -> whose
    [Theory]
    [InlineData(true, null, true, true, true, "AKIAOFCOMMANDLINE000")]
    [InlineData(false, "studio", true, true, true, "AKIAOFSTUDIOPROFILE0")]
    [InlineData(false, null, true, true, true, "AKIAOFTHESESSION0000")]
    [InlineData(false, null, false, true, true, "AKIAOFENVIRONMENT000")]
    [InlineData(false, null, false, false, true, "AKIAOFAWSPROFILE0000")]
    [InlineData(false, null, false, false, false, "AKIAOFDEFAULTPROFILE")]
    public async Task The_first_that_says_whose_credentials_wins(bool keys, string? profile, bool session, bool environmentKeys, bool environmentProfile, string expected)
    {
        using var environment = new AwsEnvironment(
            ("AWS_ACCESS_KEY_ID", environmentKeys ? "AKIAOFENVIRONMENT000" : null),
            ("AWS_SECRET_ACCESS_KEY", environmentKeys ? "secret" : null),
            ("AWS_PROFILE", environmentProfile ? "variable" : null));
        AwsEnvironment.Profiles(Profiles);

        using var opened = await Open(new AwsSettings
        {
            AccessKey = keys ? "AKIAOFCOMMANDLINE000" : null,
            SecretKey = keys ? "secret" : null,
            ProfileName = profile,
            SessionCredential = session ? new ToolsCredentials(new OtherKeys("AKIAOFTHESESSION0000", "secret", "token")) : null,
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
