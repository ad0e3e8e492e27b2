using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.Tests.Credentials;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Endpoints;

/// <summary>Who says where a service is: -EndpointUrl before the environment before the profile, for one service before for all.</summary>
[Collection(AwsEnvironmentRuns.Name)]
public sealed class EndpointChoiceTests : IAsyncLifetime
{
    // In it, each stands for an endpoint; "-" for none.
    private const string Names = "abcd";

    private readonly Dictionary<char, LoopbackAws> _endpoints = [];

    public async Task InitializeAsync()
    {
        foreach (var name in Names)
        {
            _endpoints[name] = await LoopbackAws.StartAsync();
            _endpoints[name].AddBucket("logs", "eu-central-1");
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var endpoint in _endpoints.Values)
        {
            await endpoint.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("a", "b", "cd", "cd", 'a', 'a')]
    [InlineData("-", "b", "--", "--", 'b', 'b')]
    [InlineData("-", "b", "cd", "--", 'c', 'd')]
    [InlineData("-", "b", "c-", "--", 'c', 'b')]
    [InlineData("-", "-", "cd", "--", 'c', 'd')]
    [InlineData("-", "-", "--", "cd", 'c', 'd')]
    [InlineData("-", "-", "a-", "cd", 'a', 'd')]
    public async Task The_nearest_that_says_an_endpoint_is_asked(string parameter, string all, string each, string profile, char cloudTrail, char s3)
    {
        using var environment = new AwsEnvironment(("AWS_ENDPOINT_URL", Url(all[0])), ("AWS_ENDPOINT_URL_CLOUDTRAIL", Url(each[0])), ("AWS_ENDPOINT_URL_S3", Url(each[1])));
        AwsEnvironment.Profiles(_endpoints['a'].Key.Profile("studio"), profile == "--" ? string.Empty : $"""
            [profile studio]
            services = of-the-studio

            [services of-the-studio]
            cloudtrail =
              endpoint_url = {Url(profile[0])}
            s3 =
              endpoint_url = {Url(profile[1])}
            """);
        using var session = await CredentialOrderTests.Open(new AwsSettings { ProfileName = "studio", EndpointUrl = Url(parameter[0]) is { } url ? new Uri(url) : null });

        await session.EventHistory.LookupAsync(new LookupRequest("eu-central-1", null, DateTime.UtcNow.Ticks, null, null), CancellationToken.None);
        var store = await session.OpenBucketAsync(new BucketPlace("logs", "eu-central-1", false), CancellationToken.None);
        Assert.Empty(await Task.Run(() => store.Folders("AWSLogs/", CancellationToken.None)));

        // Signed for the Region that was meant: the address says nothing about it.
        Assert.Equal([(cloudTrail, "LookupEvents", "eu-central-1", 200)], Asked("LookupEvents"));
        Assert.Equal([(s3, "ListObjectsV2", "eu-central-1", 200)], Asked("ListObjectsV2"));
    }

    [Fact]
    public async Task The_endpoint_of_a_profile_is_used_and_not_over_plain_http_to_others()
    {
        using var environment = new AwsEnvironment();
        AwsEnvironment.Profiles($"""
            {_endpoints['b'].Key.Profile("near")}
            endpoint_url = {Url('b')}

            [far]
            aws_access_key_id = AKIAEXAMPLEEXAMPLE01
            aws_secret_access_key = secret
            endpoint_url = http://aws.example.com
            """);

        using var near = await CredentialOrderTests.Open(new AwsSettings { ProfileName = "near" });
        await near.EventHistory.LookupAsync(new LookupRequest("eu-central-1", null, DateTime.UtcNow.Ticks, null, null), CancellationToken.None);
        var failure = await Assert.ThrowsAsync<AwsSetupException>(() => CredentialOrderTests.Open(new AwsSettings { ProfileName = "far" }));

        Assert.Single(Asked("LookupEvents"));
        Assert.Equal(AwsSetupProblem.InsecureEndpoint, failure.Problem);
        Assert.Contains("\"far\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proxy_of_the_session_is_used_for_both_services()
    {
        using var environment = new AwsEnvironment();
        var proxy = _endpoints['d'];

        // It believes it is asked as a proxy: plain http, so that it can answer.
        using var session = await CredentialOrderTests.Open(new AwsSettings
        {
            AccessKey = proxy.Key.AccessKeyId, SecretKey = proxy.Key.SecretAccessKey, EndpointUrl = new Uri("http://localhost:9"), Proxy = new WebProxy(proxy.Endpoint),
        });
        await session.EventHistory.LookupAsync(new LookupRequest("eu-central-1", null, DateTime.UtcNow.Ticks, null, null), CancellationToken.None);
        var store = await session.OpenBucketAsync(new BucketPlace("logs", "eu-central-1", false), CancellationToken.None);
        Assert.Empty(await Task.Run(() => store.Folders("AWSLogs/", CancellationToken.None)));

        Assert.Equal(2, Asked("LookupEvents").Concat(Asked("ListObjectsV2")).Count());
    }

    private string? Url(char name) => name == '-' ? null : _endpoints[name].Endpoint.AbsoluteUri;

    private IEnumerable<(char Endpoint, string Operation, string Region, int Status)> Asked(string operation) =>
        from endpoint in _endpoints
        from request in endpoint.Value.Requests.All
        where request.Operation == operation
        select (endpoint.Key, request.Operation, request.Region, request.Status);
}
