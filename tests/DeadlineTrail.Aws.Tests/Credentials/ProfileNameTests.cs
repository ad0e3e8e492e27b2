using System.IO;
using System.Linq;
using DeadlineTrail.Sources.Aws;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Credentials;

/// <summary>Profiles by name, as Tab offers them.</summary>
[Collection(AwsEnvironmentRuns.Name)]
public class ProfileNameTests
{
    [Fact]
    public void Names_of_both_files_are_found_once_and_nothing_else()
    {
        using var environment = new AwsEnvironment();
        AwsEnvironment.Profiles("[default]\naws_secret_access_key = [not-a-name]\n # [nor-this]\n[studio]\n[  spaced name ] # a note\n");
        File.WriteAllText(AwsEnvironment.ConfigFile, "[default]\n[profile studio]\nregion = eu-central-1\n[profile  of sso]\n[sso-session s]\n[services x]\ns3 =\n  endpoint_url = http://localhost\n");

        Assert.Equal(["default", "studio", "spaced name", "of sso"], ProfileNames.Find(null).Select(profile => profile.Name));
        Assert.Equal(["default", "studio", "spaced name"], ProfileNames.Find(AwsEnvironment.CredentialsFile).Select(profile => profile.Name));
    }

    [Fact]
    public void Files_that_are_not_there_have_none()
    {
        using var environment = new AwsEnvironment();
        File.Delete(AwsEnvironment.CredentialsFile);

        Assert.Empty(ProfileNames.Find(null));
    }
}
