using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>
/// The examples of the specification, with its own signatures: the requests of "Signature Calculations for the Authorization
/// Header" (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html and sigv4-streaming.html) sent as
/// they stand there, and the published test suite.
/// </summary>
public class SpecificationTests
{
    private const string Scope = "Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,";
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly string s_getObject = $"""
        GET /test.txt HTTP/1.1
        Host: examplebucket.s3.amazonaws.com
        {Scope}SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41
        Range: bytes=0-9
        x-amz-content-sha256:{EmptyHash}
        x-amz-date: 20130524T000000Z
        """;

    private static readonly string s_putObject = $"""
        PUT /test%24file.text HTTP/1.1
        Host: examplebucket.s3.amazonaws.com
        Date: Fri, 24 May 2013 00:00:00 GMT
        {Scope}SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd
        x-amz-date: 20130524T000000Z
        x-amz-storage-class: REDUCED_REDUNDANCY
        x-amz-content-sha256: 44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072
        Content-Length: 21
        """;

    private static readonly string s_listObjects = $"""
        GET /?max-keys=2&prefix=J HTTP/1.1
        Host: examplebucket.s3.amazonaws.com
        {Scope}SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7
        x-amz-content-sha256:{EmptyHash}
        x-amz-date: 20130524T000000Z
        """;

    private static readonly string s_lifecycle = $"""
        GET /?lifecycle HTTP/1.1
        Host: examplebucket.s3.amazonaws.com
        {Scope}SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543
        x-amz-date: 20130524T000000Z
        x-amz-content-sha256:{EmptyHash}
        """;

    private static readonly string s_streaming = $"""
        PUT /examplebucket/chunkObject.txt HTTP/1.1
        Host: s3.amazonaws.com
        x-amz-date: 20130524T000000Z
        x-amz-storage-class: REDUCED_REDUNDANCY
        {Scope}SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9
        x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD
        Content-Encoding: aws-chunked
        x-amz-decoded-content-length: 66560
        Content-Length: 66824
        """;

    private static string Chunks(char first) =>
        "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n" + first + new string('a', 65535) + "\r\n"
        + "400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n" + new string('a', 1024) + "\r\n"
        + "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";

    [Fact]
    public async Task The_examples_of_S3_s_documentation_are_accepted()
    {
        await using LoopbackAws aws = await StartAsync();

        Assert.StartsWith("HTTP/1.1 206 ", await SendAsync(aws, s_getObject));
        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(aws, s_putObject, "Welcome to Amazon S3."));
        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(aws, s_listObjects));

        // The signature is good; what is asked for is nothing a reader asks.
        Assert.StartsWith("HTTP/1.1 501 ", await SendAsync(aws, s_lifecycle));
        Assert.Contains("test$file.text", aws.AddBucket("examplebucket", "us-east-1").Keys);
    }

    /// <summary>RFC 9112, 3.2.2: "When making a request to a proxy ... a client MUST send the target URI in absolute-form".</summary>
    [Fact]
    public async Task A_request_by_way_of_a_proxy_is_signed_the_same()
    {
        await using LoopbackAws aws = await StartAsync();

        Assert.StartsWith("HTTP/1.1 206 ", await SendAsync(aws, s_getObject.Replace("GET /", "GET http://examplebucket.s3.amazonaws.com/", StringComparison.Ordinal)));
        Assert.True(Assert.Single(aws.Requests.All).Call.ThroughProxy);
    }

    [Fact]
    public async Task The_example_of_a_body_in_signed_chunks_is_accepted()
    {
        await using LoopbackAws aws = await StartAsync();

        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(aws, s_streaming, Chunks('a')));
        Assert.Contains("chunkObject.txt", aws.AddBucket("examplebucket", "us-east-1").Keys);
    }

    [Fact]
    public async Task One_changed_byte_in_a_signed_chunk_is_refused()
    {
        await using LoopbackAws aws = await StartAsync();

        Assert.Contains("<Code>SignatureDoesNotMatch</Code>", await SendAsync(aws, s_streaming, Chunks('b')));
    }

    /// <summary>Each line of the example says one thing differently; AWS's names of the errors are those of its list of error responses.</summary>
    [Theory]
    [InlineData("/test.txt", "/test2.txt", "SignatureDoesNotMatch")]
    [InlineData("bytes=0-9", "bytes=0-8", "SignatureDoesNotMatch")]
    [InlineData("Signature=f0e8", "Signature=f0e9", "SignatureDoesNotMatch")]
    [InlineData("/us-east-1/s3/", "/us-east-1/sts/", "AuthorizationHeaderMalformed")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPL2", "InvalidAccessKeyId")]
    [InlineData("x-amz-date: 20130524T000000Z", "x-amz-date: 20130524T003000Z", "RequestTimeTooSkewed")]
    [InlineData("Range:", "x-amz-extra: 1\r\nRange:", "AccessDenied")]
    [InlineData("x-amz-content-sha256:e3b0", "x-amz-content-sha256:ffff", "SignatureDoesNotMatch")]
    [InlineData("Authorization: AWS4-HMAC-SHA256", "Authorization: AWS4-HMAC-SHA1", "AuthorizationHeaderMalformed")]
    [InlineData("Authorization:", "X-Authorization:", "AccessDenied")]
    [InlineData("host;range;x-amz-content-sha256", "range;x-amz-content-sha256", "AccessDenied")]
    public async Task A_request_that_differs_from_what_was_signed_is_refused(string said, string instead, string code)
    {
        await using LoopbackAws aws = await StartAsync();
        Assert.Contains(said, s_getObject, StringComparison.Ordinal);

        string answer = await SendAsync(aws, s_getObject.Replace(said, instead, StringComparison.Ordinal));

        Assert.Contains($"<Code>{code}</Code>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_the_signed_one_is_refused()
    {
        await using LoopbackAws aws = await StartAsync();

        Assert.Contains("<Code>XAmzContentSHA256Mismatch</Code>", await SendAsync(aws, s_putObject, "Welcome to Amazon S4."));
    }

    /// <summary>From the "Signature Version 4 Test Suite": access key AKIDEXAMPLE, date 20150830T123600Z, Region us-east-1.</summary>
    [Theory]
    [InlineData("service", "GET", "/", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("service", "POST", "/", "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("service", "GET", "/\u1234", "host;x-amz-date", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("service", "GET", "/?Param2=value2&Param1=value1", "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("service", "POST", "/", "host;x-amz-date;x-amz-security-token", "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead")]
    [InlineData("iam", "GET", "/?Action=ListUsers&Version=2010-05-08", "content-type;host;x-amz-date", "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")]
    public async Task The_signatures_of_the_test_suite_are_computed(string service, string method, string target, string headers, string expected)
    {
        var context = new DefaultHttpContext { Request = { Method = method, Body = new MemoryStream() } };
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Headers["host"] = service == "iam" ? "iam.amazonaws.com" : "example.amazonaws.com";
        context.Request.Headers["x-amz-date"] = "20150830T123600Z";
        context.Request.Headers["content-type"] = "application/x-www-form-urlencoded; charset=utf-8";
        context.Request.Headers["x-amz-security-token"] = SuiteToken;
        var authorization = new Authorization("AKIDEXAMPLE", "20150830", "us-east-1", service, headers.Split(';'), expected);

        string canonical = SignatureV4.CanonicalRequest(await WireRequest.ReadAsync(context), authorization, EmptyHash);
        string signature = SignatureV4.Signature(
            SignatureV4.SigningKey("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", authorization),
            SignatureV4.StringToSign("20150830T123600Z", authorization.Scope, canonical));

        Assert.Equal(expected, signature);
    }

    private const string SuiteToken = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static async Task<LoopbackAws> StartAsync()
    {
        LoopbackAws aws = await LoopbackAws.StartAsync(options =>
        {
            options.Clock = new FixedClock(new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero));
            options.Key = new LoopbackKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        });
        aws.AddBucket("examplebucket", "us-east-1").Put("test.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20))));
        return aws;
    }

    private static Task<string> SendAsync(LoopbackAws aws, string head, string body = "") =>
        RawHttp.SendAsync(aws.Endpoint, head.ReplaceLineEndings("\r\n") + "\r\nConnection: close\r\n\r\n" + body);
}
