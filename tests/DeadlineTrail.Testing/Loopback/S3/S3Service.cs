using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.S3;

/// <summary>The operations of S3 that a reader of trail buckets uses, and PutObject, path-style and virtual-hosted-style.</summary>
internal sealed class S3Service(LoopbackOptions options) : IService
{
    private readonly ConcurrentDictionary<string, LoopbackBucket> _buckets = new(StringComparer.Ordinal);

    public bool IsSigned => true;

    public LoopbackBucket Add(string name, string region) => _buckets.GetOrAdd(name, _ => new LoopbackBucket(name, region, options.Clock));

    public AwsCall Understand(WireRequest request)
    {
        string path = request.Path.TrimStart('/');
        AwsHost host = AwsHost.Parse(request.Header("host"));
        string[] parts = host.Bucket is not null ? [host.Bucket, path] : path.Split('/', 2);
        string bucket = UriEncoding.Text(parts[0]), key = parts.Length > 1 ? UriEncoding.Text(parts[1]) : "";
        return new AwsCall(request, "s3", OperationOf(request, bucket, key)) { Bucket = bucket.Length > 0 ? bucket : null, Key = key.Length > 0 ? key : null };
    }

    public Answer Answer(AwsCall call, Fault fault)
    {
        if (RefuseRegion(call, AwsHost.Parse(call.Header("host")).Region) is { } elsewhere)
        {
            return elsewhere;
        }

        if (call.Bucket is null || call.Operation == "Unknown")
        {
            return Refuse(call, Refusal.UnknownOperation);
        }

        if (!_buckets.TryGetValue(call.Bucket, out LoopbackBucket? bucket))
        {
            return XmlAnswer.Error(call, 404, "NoSuchBucket", "The specified bucket does not exist", new XElement("BucketName", call.Bucket));
        }

        // Without x-amz-request-payer the answer is 403: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ObjectsinRequesterPaysBuckets.html.
        if (bucket.RequesterPays && call.Header("x-amz-request-payer") != "requester")
        {
            return XmlAnswer.Error(call, 403, "AccessDenied", "Access Denied").With("x-amz-bucket-region", bucket.Region);
        }

        return call.Operation switch
        {
            "ListObjectsV2" => ListAnswers.ListObjectsV2(call, bucket, fault).With("x-amz-bucket-region", bucket.Region),
            "ListObjects" => ListAnswers.ListObjects(call, bucket).With("x-amz-bucket-region", bucket.Region),
            "HeadBucket" => XmlAnswer.Identified(call, new Answer(200, "application/xml").With("x-amz-bucket-region", bucket.Region)),
            "GetBucketLocation" => XmlAnswer.Of(call, 200, new XElement(XmlAnswer.S3 + "LocationConstraint", bucket.Region == "us-east-1" ? null : bucket.Region)),
            "PutObject" => ObjectAnswers.Write(call, bucket),
            _ => ObjectAnswers.Read(call, bucket, fault),
        };
    }

    /// <summary>Names and status codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html.</summary>
    public Answer Refuse(AwsCall call, Refusal refusal, SignatureVerdict? verdict = null, Fault? fault = null) => refusal switch
    {
        Refusal.Throttled => XmlAnswer.Error(call, 503, "SlowDown", "Please reduce your request rate."),
        Refusal.InternalFailure => XmlAnswer.Error(call, 500, "InternalError", "We encountered an internal error. Please try again."),
        Refusal.Denied => XmlAnswer.Error(call, 403, "AccessDenied", DenialOf(call, fault)).With("x-amz-bucket-region", RegionOf(call)),
        Refusal.Unsigned => XmlAnswer.Error(call, 403, "AccessDenied", "Access Denied"),
        Refusal.IncompleteSignature => XmlAnswer.Error(call, 400, "AuthorizationHeaderMalformed", "The authorization header that you provided is not valid."),
        Refusal.UnknownKey when verdict?.Key is not null => XmlAnswer.Error(call, 400, "InvalidToken", "The provided token is malformed or otherwise invalid."),
        Refusal.UnknownKey or Refusal.RegionNotEnabled => XmlAnswer.Error(call, 403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
        Refusal.ExpiredToken => XmlAnswer.Error(call, 400, "ExpiredToken", "The provided token has expired."),
        Refusal.ClockSkew => XmlAnswer.Error(call, 403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.",
            new XElement("RequestTime", call.Header("x-amz-date")), new XElement("ServerTime", options.Clock.GetUtcNow().UtcDateTime), new XElement("MaxAllowedSkewMilliseconds", 900000)),
        Refusal.WrongRegion => options.WrongRegionIsMalformed ? Malformed(call, RegionOf(call)) : Redirect(call, RegionOf(call)),
        Refusal.WrongService => XmlAnswer.Error(call, 400, "AuthorizationHeaderMalformed", "The authorization header is malformed; incorrect service. This endpoint belongs to \"s3\"."),
        Refusal.HeadersNotSigned => XmlAnswer.Error(call, 403, "AccessDenied", "There were headers present in the request which were not signed"),
        Refusal.PayloadMismatch => XmlAnswer.Error(call, 400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed."),
        Refusal.UnknownOperation => XmlAnswer.Error(call, 501, "NotImplemented", "A header or query you provided implies functionality that is not implemented."),
        _ => XmlAnswer.Error(call, 403, "SignatureDoesNotMatch", Refusals.SignatureMismatch,
            new XElement("StringToSign", verdict?.StringToSign), new XElement("CanonicalRequest", verdict?.CanonicalRequest)),
    };

    private static string OperationOf(WireRequest request, string bucket, string key)
    {
        HashSet<string> query = [.. UriEncoding.Parameters(request.Query).Select(parameter => parameter.Name)];
        string[] listing = ["list-type", "prefix", "delimiter", "marker", "continuation-token", "start-after", "max-keys", "encoding-type", "fetch-owner"];
        return (request.Method, key.Length > 0) switch
        {
            _ when bucket.Length == 0 => "Unknown",
            ("GET", true) when query.All(name => name is "x-id" or "partNumber" or "versionId" || name.StartsWith("response-", StringComparison.Ordinal)) => "GetObject",
            ("HEAD", true) => "HeadObject",
            ("PUT", true) when query.All(name => name == "x-id") => "PutObject",
            ("HEAD", false) => "HeadBucket",
            ("GET", false) when query.Contains("location") => "GetBucketLocation",
            ("GET", false) when query.IsSubsetOf(listing) => query.Contains("list-type") ? "ListObjectsV2" : "ListObjects",
            _ => "Unknown",
        };
    }

    /// <summary>
    /// The endpoint has to be signed for ("the region is wrong; expecting"), and it has to be the bucket's ("must be addressed
    /// using the specified endpoint"). Where the host does not tell the endpoint's Region, it is taken to be the one signed for.
    /// GetBucketLocation answers for every bucket.
    /// </summary>
    private Answer? RefuseRegion(AwsCall call, string? endpoint)
    {
        if (endpoint is not null && call.Region != endpoint)
        {
            return Malformed(call, endpoint);
        }

        string? region = RegionOf(call);
        return region is null || region == call.Region || call.Operation == "GetBucketLocation" ? null
            : endpoint is null && options.WrongRegionIsMalformed ? Malformed(call, region)
            : Redirect(call, region);
    }

    private string? RegionOf(AwsCall call) => call.Bucket is not null && _buckets.TryGetValue(call.Bucket, out LoopbackBucket? bucket) ? bucket.Region : null;

    private static Answer Malformed(AwsCall call, string? region) => XmlAnswer.Error(call, 400, "AuthorizationHeaderMalformed",
        $"The authorization header is malformed; the region '{call.Region}' is wrong; expecting '{region}'", new XElement("Region", region)).With("x-amz-bucket-region", region);

    private static Answer Redirect(AwsCall call, string? region) => XmlAnswer.Error(call, 301, "PermanentRedirect",
        "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
        new XElement("Endpoint", $"{call.Bucket}.s3.{region}.amazonaws.com"), new XElement("Bucket", call.Bucket)).With("x-amz-bucket-region", region);

    private static string DenialOf(AwsCall call, Fault? fault)
    {
        if (fault is { ForKey: true })
        {
            return $"User: {call.Caller.Arn} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action";
        }

        string action = "s3:" + call.Operation switch
        {
            "ListObjectsV2" or "ListObjects" or "HeadBucket" => "ListBucket",
            "HeadObject" => "GetObject",
            _ => call.Operation,
        };
        string resource = $"arn:aws:s3:::{call.Bucket}{(call.Key is null ? "" : "/" + call.Key)}";
        return $"User: {call.Caller.Arn} is not authorized to perform: {action} on resource: \"{resource}\" because no identity-based policy allows the {action} action";
    }
}
