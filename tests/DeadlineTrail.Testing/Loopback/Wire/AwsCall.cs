using System.Collections.Generic;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>A request to a service of AWS, understood as far as its operation.</summary>
public sealed class AwsCall
{
    private LoopbackKey? _key;

    internal AwsCall(WireRequest request, string service, string operation)
    {
        (Request, Service, Operation) = (request, service, operation);
        Region = Authorization.Parse(request.Header("authorization"))?.Region ?? "";
        var query = new Dictionary<string, string>(System.StringComparer.Ordinal);
        foreach ((string name, string value) in UriEncoding.Parameters(request.Query))
        {
            query[name] = value;
        }

        Query = query;
    }

    /// <summary>The name in the credential scope: cloudtrail, s3, sts; sso, which is not signed.</summary>
    public string Service { get; }

    /// <summary>The operation by its name in the API.</summary>
    public string Operation { get; }

    /// <summary>The Region the request is signed for; empty when it is not signed.</summary>
    public string Region { get; }

    /// <summary>S3: the bucket, null without one.</summary>
    public string? Bucket { get; internal init; }

    /// <summary>S3: the object, null without one.</summary>
    public string? Key { get; internal init; }

    /// <summary>The account of the key that signed; empty until the signature was good.</summary>
    public string AccountId => _key?.AccountId ?? "";

    /// <summary>The parameters of the query string, decoded.</summary>
    public IReadOnlyDictionary<string, string> Query { get; }

    /// <summary>Whether the client took the endpoint for its proxy.</summary>
    public bool ThroughProxy => Request.ThroughProxy;

    internal WireRequest Request { get; }

    internal LoopbackKey Caller => _key!;

    internal string RequestId { get; } = System.Guid.NewGuid().ToString();

    /// <summary>The value of a header, empty when there is none.</summary>
    public string Header(string name) => Request.Header(name);

    internal void SignedBy(LoopbackKey? key) => _key = key;
}
