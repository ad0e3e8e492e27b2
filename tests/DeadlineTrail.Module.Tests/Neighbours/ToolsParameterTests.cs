using System;
using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Neighbours;

/// <summary>What users of AWS Tools for PowerShell type, and what it leaves in the session.</summary>
public sealed class ToolsParameterTests : IAsyncLifetime, IDisposable
{
    private readonly ModuleHost _module = new();
    private readonly LoopbackKey _temporary = new("ASIALOOPBACKEXAMPLE9", "temporary/secret", "a session token+/=");
    private readonly LoopbackKey _ofProfile = new("AKIALOOPBACKPROFILE1", "secret/of/the/profile");
    private LoopbackAws _aws = null!;
    private ProfileFile _profiles = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        _aws.AddKey(_temporary);
        _aws.AddKey(_ofProfile);
        _aws.AddBucket("studio-logs", "us-west-2").Deliver("a.json.gz", 1);
        _profiles = new ProfileFile(_ofProfile.Profile("studio"));
        _module.Set("url", _aws.Endpoint);
        _module.Set("file", _profiles.Path);
        _module.Set("key", _aws.Key);
        _module.Set("temporary", _temporary);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    public void Dispose()
    {
        _module.Dispose();
        _profiles.Dispose();
    }

    [Theory]
    [InlineData("-ProfileName studio -ProfileLocation $file", "AKIALOOPBACKPROFILE1")]
    [InlineData("-AWSProfileName studio -ProfilesLocation $file", "AKIALOOPBACKPROFILE1")]
    [InlineData("-StoredCredentials studio -AWSProfilesLocation $file", "AKIALOOPBACKPROFILE1")]
    [InlineData("-AccessKey $key.AccessKeyId -SecretKey $key.SecretAccessKey", "AKIALOOPBACKEXAMPLE1")]
    [InlineData("-AK $key.AccessKeyId -SK $key.SecretAccessKey", "AKIALOOPBACKEXAMPLE1")]
    [InlineData("-AK $key.AccessKeyId -SecretAccessKey $key.SecretAccessKey", "AKIALOOPBACKEXAMPLE1")]
    [InlineData("-AK $temporary.AccessKeyId -SK $temporary.SecretAccessKey -ST $temporary.SessionToken", "ASIALOOPBACKEXAMPLE9")]
    [InlineData("-AK $temporary.AccessKeyId -SK $temporary.SecretAccessKey -SessionToken $temporary.SessionToken", "ASIALOOPBACKEXAMPLE9")]
    public void Every_name_that_AWS_Tools_has_for_a_parameter_is_understood(string credentials, string expected)
    {
        _module.Run($"Get-DeadlineTrailEvent {credentials} -RegionToCall us-west-2 -EndpointUrl $url").WithoutErrors();

        var request = Assert.Single(_aws.Requests.All);
        Assert.Equal((200, "us-west-2", expected), (request.Status, request.Region, request.Call.Caller.AccessKeyId));
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -Region us-west-2", "LookupEvents")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -BucketRegion us-west-2 -Key a.json.gz", "GetObject")]
    public void The_proxy_of_Set_AWSProxy_is_used(string script, string operation)
    {
        // Nobody listens at that address: what comes, came through the proxy.
        UseProxy(_aws.Endpoint.Port, "http://localhost:9");

        _module.Run(script).WithoutErrors();

        var request = Assert.Single(_aws.Requests.All);
        Assert.Equal((operation, true, 200), (request.Operation, request.Call.ThroughProxy, request.Status));
    }

    [Fact]
    public async Task And_not_for_what_it_excepts()
    {
        await using var proxy = new RecordingProxy();
        UseProxy(proxy.Port, _aws.Endpoint.AbsoluteUri);
        _module.Run("$AWSProxy.BypassList.Add('127\\.0\\.0\\.1')").WithoutErrors();

        _module.Run("Get-DeadlineTrailEvent @aws -Region us-west-2").WithoutErrors();

        Assert.False(Assert.Single(_aws.Requests.All).Call.ThroughProxy);
        Assert.Empty(proxy.Hosts);
    }

    private void UseProxy(int port, string endpoint)
    {
        _module.Set("AWSProxy", new ToolsProxy { Hostname = "127.0.0.1", Port = port });
        _module.Run($"$aws = @{{ AccessKey = $key.AccessKeyId; SecretKey = $key.SecretAccessKey; EndpointUrl = '{endpoint}' }}").WithoutErrors();
    }

    /// <summary>The properties that Amazon.PowerShell.Common.ProxySettings has, which Set-AWSProxy leaves in the session.</summary>
    private sealed class ToolsProxy
    {
        public string? Hostname { get; set; }

        public int Port { get; set; }

        public ICredentials? Credentials { get; set; }

        public List<string> BypassList { get; } = [];

        public bool? BypassOnLocal { get; set; }
    }
}
