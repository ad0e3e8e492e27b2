using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Shell;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Neighbours;

/// <summary>What the machine and its network say, each in a process of its own: it is read once.</summary>
public sealed class MachineTests
{
    [Fact]
    public async Task An_instance_gives_credentials_and_its_Region()
    {
        await using var aws = await LoopbackAws.StartAsync(options => options.Region = "eu-west-1");
        using var none = new ProfileFile(string.Empty);

        var shell = ShellProcess.Run(
            ["-Command", $"@(Get-DeadlineTrailEvent -EndpointUrl {aws.Endpoint}).Count"],
            environment: Environment(none, ("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Endpoint.AbsoluteUri.TrimEnd('/'))));

        Assert.Equal((string.Empty, "0\n"), (shell.Errors, shell.Output));
        var lookup = Assert.Single(aws.Requests.All, each => each.Operation == "LookupEvents");
        Assert.Equal(("eu-west-1", 200), (lookup.Region, lookup.Status));
        Assert.StartsWith("ASIALOOPBACK", lookup.Call.Caller.AccessKeyId, StringComparison.Ordinal);

        // "IMDSv2": the token first, and nothing without it.
        Assert.Contains(aws.Requests.All, each => each.Operation == "GetMetadataToken");
        Assert.All(aws.Requests.All.Where(each => each.Operation == "GetMetadata"), each => Assert.Contains(each.Status, new[] { 200, 404 }));
    }

    [Fact]
    public async Task A_proxy_of_the_environment_is_used_but_for_those_it_excepts()
    {
        await using var aws = await LoopbackAws.StartAsync();
        await using var proxy = new RecordingProxy();
        using var none = new ProfileFile(string.Empty);
        var keys = $"-AccessKey {aws.Key.AccessKeyId} -SecretKey '{aws.Key.SecretAccessKey}'";
        var environment = Environment(
            none, ("HTTPS_PROXY", proxy.Address.AbsoluteUri), ("HTTP_PROXY", proxy.Address.AbsoluteUri), ("NO_PROXY", "127.0.0.1"));

        var excepted = ShellProcess.Run(["-Command", $"@(Get-DeadlineTrailEvent {keys} -Region eu-central-1 -EndpointUrl {aws.Endpoint}).Count"], environment: environment);

        Assert.Equal((string.Empty, "0\n"), (excepted.Errors, excepted.Output));
        Assert.Empty(proxy.Hosts);

        // It lets nobody through, so it would be tried again for a while.
        using var shell = ShellProcess.Start(["-Command", $"Get-DeadlineTrailEvent {keys} -Region eu-central-1"], environment);
        try
        {
            Assert.Equal("cloudtrail.eu-central-1.amazonaws.com", await proxy.FirstHost.WaitAsync(TimeSpan.FromMinutes(2)));
        }
        finally
        {
            using var process = Process.GetProcessById(shell.Id);
            process.Kill();
        }
    }

    private static Dictionary<string, string> Environment(ProfileFile profiles, params (string Name, string Value)[] variables) => new(variables.Select(each => KeyValuePair.Create(each.Name, each.Value)))
    {
        ["AWS_SHARED_CREDENTIALS_FILE"] = profiles.Path,
        ["AWS_CONFIG_FILE"] = profiles.Path + ".none",
    };
}
