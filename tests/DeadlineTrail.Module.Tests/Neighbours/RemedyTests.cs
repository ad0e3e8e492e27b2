using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Shell;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Neighbours;

/// <summary>What is wrong with credentials is one error each, in one sentence that ends with what to do.</summary>
public sealed class RemedyTests
{
    [Fact]
    public async Task Whatever_is_missing_is_said_with_the_way_to_get_it()
    {
        await using var aws = await LoopbackAws.StartAsync();
        using var profiles = new ProfileFile("""
            [sso]
            sso_start_url = https://example.awsapps.com/start
            sso_region = eu-central-1
            sso_account_id = 111122223333
            sso_role_name = Wrangler
            """);
        profiles.SignIn("https://example.awsapps.com/start", "a token that was revoked");

        var shell = ShellProcess.Run(["-Command", $$"""
            $ask = @{ EndpointUrl = '{{aws.Endpoint}}'; Region = 'us-west-2' }
            foreach ($credentials in @{ ProfileName = 'nobody' }, @{ ProfileName = 'sso' }, @{ }) { try { Get-DeadlineTrailEvent @ask @credentials } catch { "$($_.FullyQualifiedErrorId.Split(',')[0]) $_" } }
            """], environment: Environment(aws, profiles));

        Assert.Equal(string.Empty, shell.Errors);
        Assert.Equal(
            [
                "AwsProfileNotFound There is no AWS profile \"nobody\", which -ProfileName names. The profiles are: sso.",
                "AwsSignInNeeded The SSO sign-in of the AWS profile \"sso\" has expired or was never made. Run: aws sso login --profile sso",
                "AwsCredentialsMissing No AWS credentials were found. Name a profile with -ProfileName, run Set-AWSCredential, set AWS_PROFILE, or give -AccessKey and -SecretKey; for log files that are at hand no credentials are needed: -Path.",
            ],
            shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain(aws.Requests.All, each => each.Operation == "LookupEvents");
    }

    private static Dictionary<string, string> Environment(LoopbackAws aws, ProfileFile profiles) =>
        new(new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI" }.Select(name => KeyValuePair.Create(name, string.Empty)))
        {
            ["AWS_SHARED_CREDENTIALS_FILE"] = profiles.Path,
            ["AWS_CONFIG_FILE"] = profiles.Path + ".none",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_ENDPOINT_URL_SSO"] = aws.Endpoint.AbsoluteUri,
            ["HOME"] = profiles.Home,
        };
}
