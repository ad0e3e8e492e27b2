using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>What the endpoint does when it is told to fail, as a plain HTTP client sees it.</summary>
public class FaultTests
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 100_000).Select(each => (byte)each)];

    [Fact]
    public async Task A_body_that_is_cut_ends_in_its_middle_and_the_next_request_is_whole()
    {
        await using LoopbackAws aws = await StartAsync();
        aws.Faults.Next("GetObject", Fault.CutBody);

        using HttpResponseMessage cut = await GetAsync(aws);
        var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(async () => await (await cut.Content.ReadAsStreamAsync()).CopyToAsync(received));
        using HttpResponseMessage whole = await GetAsync(aws);

        Assert.Equal(HttpStatusCode.OK, cut.StatusCode);
        Assert.Equal(100_000, cut.Content.Headers.ContentLength);
        Assert.Equal(s_content[..50_000], received.ToArray());
        Assert.Equal(s_content, await whole.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Headers_that_are_cut_and_a_reset_are_no_answer()
    {
        await using LoopbackAws aws = await StartAsync();
        aws.Faults.Next("GetObject", Fault.CutHeaders, Fault.Reset);

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(aws));
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(aws));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(aws)).StatusCode);
        Assert.Equal(new Dictionary<string, int> { ["CutHeaders"] = 1, ["Reset"] = 1 }, aws.Faults.PlayedByName);
    }

    [Fact]
    public async Task A_server_that_hangs_lets_go_of_a_client_that_gives_up()
    {
        await using LoopbackAws aws = await StartAsync();
        aws.Faults.Next("GetObject", Fault.Hang);
        using var patience = new CancellationTokenSource();

        Task<HttpResponseMessage> request = GetAsync(aws, cancellation: patience.Token);
        while (aws.Requests.InFlight == 0)
        {
            await Task.Yield();
        }

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        while (aws.Requests.InFlight > 0)
        {
            await Task.Yield();
        }

        Assert.Equal(1, aws.Requests.MostInFlight("GetObject"));
    }

    [Fact]
    public async Task A_pause_in_mid_body_comes_after_the_first_half()
    {
        await using LoopbackAws aws = await StartAsync();
        aws.Faults.Next("GetObject", Fault.SlowBody(TimeSpan.FromHours(1)), Fault.SlowBody(TimeSpan.FromMilliseconds(1)));

        byte[] half = new byte[50_000];
        using (HttpResponseMessage stalled = await GetAsync(aws))
        {
            await (await stalled.Content.ReadAsStreamAsync()).ReadExactlyAsync(half);
        }

        using HttpResponseMessage slow = await GetAsync(aws);
        Assert.Equal(s_content[..50_000], half);
        Assert.Equal(s_content, await slow.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Listings_can_have_empty_pages_repeated_tokens_and_tokens_that_are_refused()
    {
        await using LoopbackAws aws = await StartAsync();
        foreach (string key in new[] { "b", "c", "d" })
        {
            aws.AddBucket("trail", "us-east-1").Put(key, []);
        }

        aws.Faults.Next("ListObjectsV2", Fault.None, Fault.EmptyPage, Fault.RepeatedToken);
        Listing listing = await Listing.ReadAsync(aws.Endpoint, aws.Key, "trail", "list-type=2&max-keys=2");
        aws.Faults.Next("ListObjectsV2", Fault.None, Fault.TokenRefused);

        Assert.Equal(["2 true", "0 true", "2 true", "2 false"], listing.Pages);
        Assert.Equal(["a", "b", "c", "d", "c", "d"], listing.Entries.Select(each => each.Split(' ')[0]));
        await Assert.ThrowsAsync<HttpRequestException>(() => Listing.ReadAsync(aws.Endpoint, aws.Key, "trail", "list-type=2&max-keys=2"));
    }

    /// <summary>The 503 is what load balancers say before any service is asked.</summary>
    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task S3_refuses_in_its_own_words(Fault fault, int status, string text)
    {
        await using LoopbackAws aws = await StartAsync();
        aws.Faults.Next("GetObject", fault);

        using HttpResponseMessage answer = await GetAsync(aws);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<Fault, int, string> Refusals => new()
    {
        { Fault.Throttle, 503, "<Code>SlowDown</Code>" },
        { Fault.InternalError, 500, "<Code>InternalError</Code>" },
        { Fault.Unavailable, 503, "<html>" },
        { Fault.Denied, 403, "s3:GetObject on resource: \"arn:aws:s3:::trail/a\"" },
        { Fault.KeyDenied, 403, "kms:Decrypt" },
        { Fault.ExpiredToken, 400, "<Code>ExpiredToken</Code>" },
        { Fault.WrongRegion, 301, "<Code>PermanentRedirect</Code>" },
        { Fault.Raw(418, "text/plain", "teapot"), 418, "teapot" },
    };

    [Fact]
    public async Task An_empty_page_and_a_repeated_token_lead_on_to_the_same_events()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddEvents("us-east-1", aws.Key.AccountId, Records.Many(120));
        aws.Faults.Next("LookupEvents", Fault.None, Fault.EmptyPage, Fault.RepeatedToken);

        var pages = new List<int>();
        var tokens = new List<string?> { null };
        do
        {
            JsonElement page = await Lookup.SendAsync(aws, tokens[^1] is { } token ? $$"""{"NextToken":"{{token}}"}""" : "{}");
            pages.Add(page.GetProperty("Events").GetArrayLength());
            tokens.Add(page.TryGetProperty("NextToken", out JsonElement next) ? next.GetString() : null);
        }
        while (tokens[^1] is not null);

        Assert.Equal([50, 0, 50, 50, 20], pages);
        Assert.NotEqual(tokens[1], tokens[2]);
        Assert.Equal(tokens[2], tokens[3]);
    }

    [Theory]
    [InlineData("""{"MaxResults":10,"NextToken":"TOKEN"}""", null)]
    [InlineData("""{"MaxResults":11,"NextToken":"TOKEN"}""", "InvalidNextTokenException")]
    [InlineData("""{"MaxResults":10,"NextToken":"TOKEN","StartTime":1}""", "InvalidNextTokenException")]
    [InlineData("""{"MaxResults":10,"NextToken":"TOKEN","LookupAttributes":[{"AttributeKey":"EventSource","AttributeValue":"deadline.amazonaws.com"}]}""", "InvalidNextTokenException")]
    [InlineData("""{"MaxResults":10,"NextToken":"made up"}""", "InvalidNextTokenException")]
    [InlineData("""{"MaxResults":51}""", "InvalidMaxResultsException")]
    [InlineData("""{"StartTime":2,"EndTime":1}""", "InvalidTimeRangeException")]
    [InlineData("""{"EventCategory":"other"}""", "InvalidEventCategoryException")]
    public async Task A_token_is_good_with_the_parameters_it_was_given_for(string request, string? error)
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddEvents("us-east-1", aws.Key.AccountId, Records.Many(30));
        string token = (await Lookup.SendAsync(aws, """{"MaxResults":10}""")).GetProperty("NextToken").GetString()!;

        JsonElement answer = await Lookup.SendAsync(aws, request.Replace("TOKEN", token, StringComparison.Ordinal));

        Assert.Equal(error, Lookup.Error(answer));
    }

    [Fact]
    public async Task A_share_of_faults_is_about_that_share_and_the_same_from_the_same_seed()
    {
        async Task<string> PlayAsync()
        {
            await using LoopbackAws aws = await StartAsync();
            aws.Faults.Share("GetObject", 0.1, 42, Fault.Throttle, Fault.InternalError);
            for (int count = 0; count < 300; count++)
            {
                (await GetAsync(aws)).Dispose();
            }

            return string.Join(' ', aws.Requests.All.Select(each => each.Status));
        }

        string first = await PlayAsync();

        Assert.Equal(first, await PlayAsync());
        Assert.InRange(first.Split(' ').Count(status => status is "500" or "503"), 15, 45);
    }

    [Fact]
    public async Task Requests_over_two_a_second_are_counted_for_each_Region_and_throttled_on_demand()
    {
        var clock = new FixedClock(DateTimeOffset.UtcNow);
        await using LoopbackAws aws = await LoopbackAws.StartAsync(options => (options.Clock, options.EnforceQuota) = (clock, true));

        var codes = new List<string?>();
        foreach ((string region, double seconds) in new[] { ("eu-west-1", 0), ("eu-west-1", 0), ("eu-west-1", 0), ("us-east-1", 0), ("eu-west-1", 0.5), ("eu-west-1", 0.4), ("eu-west-1", 0.1), ("eu-west-1", 1) })
        {
            clock.Now = clock.Now.AddSeconds(seconds);
            codes.Add(Lookup.Error(await Lookup.SendAsync(aws, "{}", region, clock.Now)));
        }

        Assert.Equal([null, null, "ThrottlingException", null, null, "ThrottlingException", null, null], codes);
        Assert.Equal(2, aws.Requests.OverQuota);
        Assert.Equal(7, aws.Requests.Count("LookupEvents", "eu-west-1"));
    }

    private static async Task<LoopbackAws> StartAsync()
    {
        LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddBucket("trail", "us-east-1").Put("a", s_content);
        return aws;
    }

    private static Task<HttpResponseMessage> GetAsync(LoopbackAws aws, CancellationToken cancellation = default) =>
        SignedRequest.SendAsync(aws.Endpoint, "/trail/a", aws.Key, cancellation: cancellation);
}
