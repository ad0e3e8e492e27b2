using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DeadlineTrail.Testing.Loopback.S3;

/// <summary>
/// One page of a listing.
/// <para>
/// "CommonPrefixes contains all (if there are any) keys between Prefix and the next occurrence of the string specified by the
/// delimiter." "All of the keys (up to 1,000) that roll up into a common prefix count as a single return when calculating the
/// number of returns." - https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html.
/// </para>
/// </summary>
internal sealed class BucketListing
{
    private BucketListing()
    {
    }

    public List<StoredObject> Objects { get; } = [];

    public List<string> CommonPrefixes { get; } = [];

    /// <summary>The last key or common prefix given, null when the listing ends with this page.</summary>
    public string? GoOnAfter { get; private set; }

    public static BucketListing Page(StoredObject[] sorted, string prefix, string delimiter, string after, int most)
    {
        var page = new BucketListing();
        string last = after;

        // What was listed as a common prefix is passed over with all that begins with it.
        bool rolledUp = delimiter.Length > 0 && after.Length > prefix.Length && after.EndsWith(delimiter, StringComparison.Ordinal);
        int at = First(sorted, key => string.IsNullOrEmpty(after) || (Utf8Order.Instance.Compare(key, after) > 0 && !(rolledUp && key.StartsWith(after, StringComparison.Ordinal))));
        at = Math.Max(at, First(sorted, key => Utf8Order.Instance.Compare(key, prefix) >= 0));
        for (int count = 0; at < sorted.Length && sorted[at].Key.StartsWith(prefix, StringComparison.Ordinal); count++)
        {
            if (count == most)
            {
                page.GoOnAfter = most == 0 ? null : last;
                break;
            }

            string key = sorted[at].Key;
            int end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                page.Objects.Add(sorted[at++]);
                last = key;
                continue;
            }

            string common = last = key[..(end + delimiter.Length)];
            page.CommonPrefixes.Add(common);
            int from = at;
            at = First(sorted, other => Utf8Order.Instance.Compare(other, key) > 0 && !other.StartsWith(common, StringComparison.Ordinal), from);
        }

        return page;
    }

    /// <summary>"ContinuationToken is obfuscated and is not a real key."</summary>
    public static string Token(string after) => "1" + Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{after.Length}:{after}")));

    /// <summary>Null when the token is none of these.</summary>
    public static string? After(string token)
    {
        byte[] bytes = new byte[token.Length];
        if (!token.StartsWith('1') || !Convert.TryFromBase64String(token[1..], bytes, out int length))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text[..colon] == (text.Length - colon - 1).ToString(CultureInfo.InvariantCulture) ? text[(colon + 1)..] : null;
    }

    /// <summary>The index of the first key for which a condition holds that holds for all after it as well.</summary>
    private static int First(StoredObject[] sorted, Func<string, bool> holds, int low = 0)
    {
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = holds(sorted[middle].Key) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
