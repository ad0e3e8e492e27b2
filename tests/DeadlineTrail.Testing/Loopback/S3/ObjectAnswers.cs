using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.S3;

/// <summary>GetObject, HeadObject, PutObject.</summary>
internal static class ObjectAnswers
{
    public static Answer Read(AwsCall call, LoopbackBucket bucket, Fault fault)
    {
        if (bucket.Find(call.Key!) is not { } found)
        {
            return XmlAnswer.Error(call, 404, "NoSuchKey", "The specified key does not exist.", new XElement("Key", call.Key));
        }

        // "If-Match: Return the object only if its entity tag (ETag) is the same as the one specified in this header; otherwise,
        // return a 412 Precondition Failed error." "If-None-Match: ... otherwise, return a 304 Not Modified error."
        if (call.Header("if-match") is { Length: > 0 } match && match != "*" && Unquoted(match) != Unquoted(found.ETag))
        {
            return XmlAnswer.Error(call, 412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", new XElement("Condition", "If-Match"));
        }

        if (call.Header("if-none-match") is { Length: > 0 } none && Unquoted(none) == Unquoted(found.ETag))
        {
            return XmlAnswer.Identified(call, new Answer(304).With("ETag", found.ETag));
        }

        if (call.Operation == "GetObject" && found.StorageClass is "GLACIER" or "DEEP_ARCHIVE")
        {
            return XmlAnswer.Error(call, 403, "InvalidObjectState", "The operation is not valid for the object's storage class", new XElement("StorageClass", found.StorageClass));
        }

        string asked = fault.IgnoresRange ? "" : call.Header("range");
        return ByteRange.Of(asked, found.Size) is { } range
            ? Part(call, found, range, asked)
            : XmlAnswer.Error(call, 416, "InvalidRange", "The requested range is not satisfiable", new XElement("RangeRequested", call.Header("range")), new XElement("ActualObjectSize", found.Size))
                .With("Content-Range", $"bytes */{found.Size}");
    }

    public static Answer Write(AwsCall call, LoopbackBucket bucket)
    {
        Dictionary<string, string> metadata = call.Request.HeaderNames
            .Where(name => name.StartsWith("x-amz-meta-", StringComparison.Ordinal))
            .ToDictionary(name => name["x-amz-meta-".Length..], call.Header, StringComparer.Ordinal);
        bucket.Put(call.Key!, StreamingPayload.Content(call.Request), metadata);
        return XmlAnswer.Identified(call, new Answer(200).With("ETag", bucket.Find(call.Key!)!.ETag));
    }

    private static Answer Part(AwsCall call, StoredObject found, ByteRange range, string asked)
    {
        bool whole = asked.Length == 0 || (range.Length == found.Size && !asked.StartsWith("bytes=", StringComparison.Ordinal));
        Answer answer = new Answer(whole ? 200 : 206, found.ContentType, found.Part(range.Start, range.Length))
            .With("ETag", found.ETag)
            .With("Last-Modified", Answer.HttpDate(found.LastModified))
            .With("Accept-Ranges", "bytes")
            .With("Content-Encoding", found.ContentEncoding)
            .With("Content-Range", whole ? null : string.Create(CultureInfo.InvariantCulture, $"bytes {range.Start}-{range.Start + range.Length - 1}/{found.Size}"))
            .With("x-amz-storage-class", found.StorageClass == "STANDARD" ? null : found.StorageClass)
            .With("x-amz-request-charged", call.Header("x-amz-request-payer") == "requester" ? "requester" : null);
        foreach ((string name, string value) in found.Metadata)
        {
            answer.With("x-amz-meta-" + name, value);
        }

        return XmlAnswer.Identified(call, answer);
    }

    private static string Unquoted(string etag) => etag.Trim('"');
}
