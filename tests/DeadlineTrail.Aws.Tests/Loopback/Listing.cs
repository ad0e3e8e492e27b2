using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using System.Xml.Linq;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>A listing of a bucket, all its pages: what they say and how it was divided.</summary>
internal sealed record Listing(IReadOnlyList<string> Entries, IReadOnlyList<string> Pages)
{
    public static async Task<Listing> ReadAsync(Uri endpoint, LoopbackKey key, string bucket, string query)
    {
        List<string> entries = [], pages = [];
        string? token = null;
        do
        {
            string path = $"/{bucket}?{query}{(token is null ? "" : "&continuation-token=" + Uri.EscapeDataString(token))}";
            using HttpResponseMessage response = await SignedRequest.SendAsync(endpoint, path, key);
            XElement root = XDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Root!;
            XNamespace s3 = root.Name.Namespace;
            bool encoded = root.Element(s3 + "EncodingType")?.Value == "url";
            string Text(XElement? element) => encoded ? Uri.UnescapeDataString(element!.Value) : element!.Value;
            entries.AddRange(root.Elements(s3 + "Contents").Select(each => $"{Text(each.Element(s3 + "Key"))} {each.Element(s3 + "Size")!.Value} {each.Element(s3 + "ETag")!.Value}"));
            entries.AddRange(root.Elements(s3 + "CommonPrefixes").Select(each => Text(each.Element(s3 + "Prefix"))));
            pages.Add(string.Create(CultureInfo.InvariantCulture, $"{root.Element(s3 + "KeyCount")!.Value} {root.Element(s3 + "IsTruncated")!.Value}"));
            token = root.Element(s3 + "NextContinuationToken")?.Value;
        }
        while (token is not null);

        return new Listing(entries, pages);
    }

    /// <summary>The code of an error document.</summary>
    public static string Code(string xml) => XDocument.Parse(xml).Root!.Element("Code")!.Value;
}
