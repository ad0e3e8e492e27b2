using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Endpoints;

/// <summary>
/// The hosts that are asked, in every partition and of every kind. The expected names are those of
/// https://docs.aws.amazon.com/general/latest/gr/ct.html and https://docs.aws.amazon.com/general/latest/gr/s3.html, and of the
/// rules that botocore has for the two services.
/// </summary>
[Collection(AwsEnvironmentRuns.Name)]
public class HostNameTests
{
    [Theory]
    [InlineData("eu-central-1", false, false, "cloudtrail.eu-central-1.amazonaws.com", "logs.s3.eu-central-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "cloudtrail-fips.us-east-1.amazonaws.com", "logs.s3-fips.us-east-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "cloudtrail.eu-west-1.api.aws", "logs.s3.dualstack.eu-west-1.amazonaws.com")]
    [InlineData("us-east-2", true, true, "cloudtrail-fips.us-east-2.api.aws", "logs.s3-fips.dualstack.us-east-2.amazonaws.com")]
    [InlineData("us-gov-west-1", false, false, "cloudtrail.us-gov-west-1.amazonaws.com", "logs.s3.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-east-1", true, false, "cloudtrail.us-gov-east-1.amazonaws.com", "logs.s3-fips.us-gov-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, true, "cloudtrail-fips.us-gov-west-1.api.aws", "logs.s3-fips.dualstack.us-gov-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "cloudtrail.cn-north-1.amazonaws.com.cn", "logs.s3.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-northwest-1", false, true, "cloudtrail.cn-northwest-1.api.amazonwebservices.com.cn", "logs.s3.dualstack.cn-northwest-1.amazonaws.com.cn")]
    public async Task The_environment_says_which_kind_of_endpoint(string region, bool fips, bool dualStack, string cloudTrail, string s3)
    {
        using var environment = new AwsEnvironment(("AWS_USE_FIPS_ENDPOINT", fips ? "true" : null), ("AWS_USE_DUALSTACK_ENDPOINT", dualStack ? "true" : null));

        Assert.Equal(cloudTrail, await AskedHost.OfEventHistory(region));
        Assert.Equal(s3, await AskedHost.OfBucket("logs", region));
    }

    [Theory]
    [InlineData("named", null, "cloudtrail-fips.us-west-2.amazonaws.com", "logs.s3-fips.us-west-2.amazonaws.com")]
    [InlineData("named", "false", "cloudtrail.us-west-2.amazonaws.com", "logs.s3.us-west-2.amazonaws.com")]
    [InlineData("six", null, "cloudtrail.us-west-2.api.aws", "logs.s3.dualstack.us-west-2.amazonaws.com")]
    public async Task A_profile_says_it_where_the_environment_does_not(string profile, string? fipsOfEnvironment, string cloudTrail, string s3)
    {
        using var environment = new AwsEnvironment(("AWS_USE_FIPS_ENDPOINT", fipsOfEnvironment));
        AwsEnvironment.Profiles("""
            [named]
            aws_access_key_id = AKIAEXAMPLEEXAMPLE01
            aws_secret_access_key = secret
            use_fips_endpoint = true

            [six]
            aws_access_key_id = AKIAEXAMPLEEXAMPLE01
            aws_secret_access_key = secret
            use_dualstack_endpoint = true
            """);
        var settings = new AwsSettings { ProfileName = profile };

        Assert.Equal(cloudTrail, await AskedHost.OfEventHistory("us-west-2", settings));
        Assert.Equal(s3, await AskedHost.OfBucket("logs", "us-west-2", settings));

        // The same by AWS_PROFILE.
        environment.Set("AWS_PROFILE", profile);
        Assert.Equal(cloudTrail, await AskedHost.OfEventHistory("us-west-2", new AwsSettings()));
    }
}
