using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>Credentials that the endpoint hands out, taken and used by the AWS command line.</summary>
public class CredentialsByCliTests
{
    [AwsCliFact]
    public async Task An_assumed_role_may_sign_and_is_its_account_s()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddEvents("eu-west-1", "444455556666", Records.Many(2));

        var assumed = (await new AwsCli(aws).JsonAsync("sts", "assume-role", "--role-arn", "arn:aws:iam::444455556666:role/audit/Reader", "--role-session-name", "night.shift+1")).GetProperty("Credentials");
        string Text(string name) => assumed.GetProperty(name).GetString()!;
        var cli = new AwsCli(aws) { Key = new LoopbackKey(Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken")) };
        var identity = await cli.JsonAsync("sts", "get-caller-identity");
        var events = await cli.JsonAsync("cloudtrail", "lookup-events");

        Assert.Equal("arn:aws:sts::444455556666:assumed-role/Reader/night.shift+1", identity.GetProperty("Arn").GetString());
        Assert.Equal(2, events.GetProperty("Events").GetArrayLength());
    }

    [AwsCliFact]
    public async Task The_portal_of_Identity_Center_gives_a_role_s_credentials_and_none_for_another_token()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        string[] command = ["sso", "get-role-credentials", "--role-name", "Audit", "--account-id", "444455556666", "--access-token"];

        var credentials = (await new AwsCli(aws).JsonAsync([.. command, "loopback-sso-token"])).GetProperty("roleCredentials");
        var refused = await new AwsCli(aws).RunAsync([.. command, "another"]);
        string Text(string name) => credentials.GetProperty(name).GetString()!;
        var identity = await new AwsCli(aws) { Key = new LoopbackKey(Text("accessKeyId"), Text("secretAccessKey"), Text("sessionToken")) }.JsonAsync("sts", "get-caller-identity");

        Assert.Equal("444455556666", identity.GetProperty("Account").GetString());
        Assert.Contains("(UnauthorizedException)", refused.Error);
    }

    [AwsCliFact]
    public async Task A_container_and_an_instance_have_credentials()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        var none = new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = null, ["AWS_SECRET_ACCESS_KEY"] = null };

        var container = await new AwsCli(aws) { Environment = new Dictionary<string, string?>(none) { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = new Uri(aws.Endpoint, "/container-credentials").ToString() } }.JsonAsync("sts", "get-caller-identity");
        var instance = await new AwsCli(aws) { Environment = new Dictionary<string, string?>(none) { ["AWS_EC2_METADATA_DISABLED"] = "false", ["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = aws.Endpoint.ToString() } }.JsonAsync("sts", "get-caller-identity");

        Assert.EndsWith("/i-0123456789abcdef0", container.GetProperty("Arn").GetString());
        Assert.EndsWith("/i-0123456789abcdef0", instance.GetProperty("Arn").GetString());
        Assert.Equal(1, aws.Requests.Count("GetMetadataToken"));
    }
}
