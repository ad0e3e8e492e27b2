using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using DeadlineTrail.Testing.Loopback.Faults;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.S3;

/// <summary>ListObjectsV2, and ListObjects, which the AWS command line's validate-logs still uses.</summary>
internal static class ListAnswers
{
    public static Answer ListObjectsV2(AwsCall call, LoopbackBucket bucket, Fault fault)
    {
        string token = call.Query.GetValueOrDefault("continuation-token", "");
        string after = call.Query.GetValueOrDefault("start-after", "");
        if (token.Length > 0)
        {
            if (BucketListing.After(token) is not { } place || fault.Page == PageTwist.TokenRefused)
            {
                return XmlAnswer.Error(call, 400, "InvalidArgument", "The continuation token provided is incorrect", new XElement("ArgumentName", "continuation-token"));
            }

            after = place;
        }

        Parameters parameters = Parameters.Of(call);
        BucketListing page = BucketListing.Page(fault.Page == PageTwist.Empty ? [] : bucket.Sorted, parameters.Prefix, parameters.Delimiter, after, parameters.MaxKeys);
        string? next = fault.Page switch
        {
            PageTwist.Empty => BucketListing.Token(after),
            PageTwist.SameToken => token.Length > 0 ? token : BucketListing.Token(after),
            _ => page.GoOnAfter is { } last ? BucketListing.Token(last) : null,
        };

        return XmlAnswer.Of(call, 200, new XElement(XmlAnswer.S3 + "ListBucketResult",
            parameters.Common(bucket, next is not null),
            Element("KeyCount", page.Objects.Count + page.CommonPrefixes.Count),
            token.Length > 0 ? Element("ContinuationToken", token) : null,
            next is not null ? Element("NextContinuationToken", next) : null,
            call.Query.TryGetValue("start-after", out string? start) ? Element("StartAfter", parameters.Text(start)) : null,
            parameters.Contents(page)));
    }

    public static Answer ListObjects(AwsCall call, LoopbackBucket bucket)
    {
        Parameters parameters = Parameters.Of(call);
        string marker = call.Query.GetValueOrDefault("marker", "");
        BucketListing page = BucketListing.Page(bucket.Sorted, parameters.Prefix, parameters.Delimiter, marker, parameters.MaxKeys);
        return XmlAnswer.Of(call, 200, new XElement(XmlAnswer.S3 + "ListBucketResult",
            parameters.Common(bucket, page.GoOnAfter is not null),
            Element("Marker", parameters.Text(marker)),

            // "This element is returned only if you have the delimiter request parameter specified."
            page.GoOnAfter is { } last && parameters.Delimiter.Length > 0 ? Element("NextMarker", parameters.Text(last)) : null,
            parameters.Contents(page)));
    }

    private static XElement Element(string name, object content) => new(XmlAnswer.S3 + name, content);

    /// <summary>What both listings are asked and say in the same words.</summary>
    private sealed record Parameters(string Prefix, string Delimiter, int MaxKeys, bool UrlEncoded)
    {
        /// <summary>"By default, the action returns up to 1,000 key names. The response might contain fewer keys but will never contain more."</summary>
        public static Parameters Of(AwsCall call) => new(
            call.Query.GetValueOrDefault("prefix", ""),
            call.Query.GetValueOrDefault("delimiter", ""),
            int.TryParse(call.Query.GetValueOrDefault("max-keys", "1000"), NumberStyles.None, CultureInfo.InvariantCulture, out int most) ? Math.Min(most, 1000) : 1000,
            call.Query.GetValueOrDefault("encoding-type", "") == "url");

        /// <summary>"Encoding type used by Amazon S3 to encode the object keys in the response ... Delimiter, Prefix, Key, and StartAfter."</summary>
        public string Text(string text) => UrlEncoded ? UriEncoding.Encode(Encoding.UTF8.GetBytes(text), keepSlash: true) : text;

        public object?[] Common(LoopbackBucket bucket, bool truncated) =>
        [
            Element("Name", bucket.Name),
            Element("Prefix", Text(Prefix)),
            Delimiter.Length > 0 ? Element("Delimiter", Text(Delimiter)) : null,
            Element("MaxKeys", MaxKeys),
            UrlEncoded ? Element("EncodingType", "url") : null,
            Element("IsTruncated", truncated ? "true" : "false"),
        ];

        public object?[] Contents(BucketListing page) =>
        [
            page.Objects.Select(each => Element("Contents", new object[]
            {
                Element("Key", Text(each.Key)),
                Element("LastModified", each.LastModified.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture)),
                Element("ETag", each.ETag),
                Element("Size", each.Size),
                Element("StorageClass", each.StorageClass),
            })),
            page.CommonPrefixes.Select(each => Element("CommonPrefixes", Element("Prefix", Text(each)))),
        ];
    }
}
