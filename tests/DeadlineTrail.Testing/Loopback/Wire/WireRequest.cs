using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>A request as it came over the wire: what a signature is computed from.</summary>
internal sealed class WireRequest
{
    private readonly IHeaderDictionary _headers;

    private WireRequest(HttpContext context, byte[] body)
    {
        _headers = context.Request.Headers;
        Method = context.Request.Method;
        Body = body;
        Aborted = context.RequestAborted;

        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // A client that takes this endpoint for its proxy sends the whole URL (RFC 9112, 3.2.2, absolute-form).
        if (Uri.IsWellFormedUriString(target, UriKind.Absolute) && target.IndexOf("://", StringComparison.Ordinal) is var at and > 0)
        {
            ThroughProxy = true;
            target = target.IndexOf('/', at + 3) is var path and > 0 ? target[path..] : "/";
        }

        int question = target.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? target : target[..question];
        Query = question < 0 ? "" : target[(question + 1)..];
    }

    public string Method { get; }

    /// <summary>As sent, still encoded.</summary>
    public string Path { get; }

    /// <summary>As sent, without the question mark.</summary>
    public string Query { get; }

    public byte[] Body { get; }

    /// <summary>Whether the client sent an absolute URL, as it does to a proxy.</summary>
    public bool ThroughProxy { get; }

    /// <summary>The client went away.</summary>
    public System.Threading.CancellationToken Aborted { get; }

    /// <summary>The header names, in lower case.</summary>
    public System.Collections.Generic.IEnumerable<string> HeaderNames => _headers.Keys.Select(name => name.ToLowerInvariant());

    public static async Task<WireRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new WireRequest(context, body.ToArray());
    }

    /// <summary>All values of a header, with commas between; empty when there is none.</summary>
    public string Header(string name) => string.Join(',', _headers[name].AsEnumerable());
}
