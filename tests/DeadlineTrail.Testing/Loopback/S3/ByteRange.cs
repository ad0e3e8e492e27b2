using System;
using System.Globalization;

namespace DeadlineTrail.Testing.Loopback.S3;

/// <summary>
/// The <c>Range</c> header for one range of bytes (RFC 9110, 14.1.2): "bytes=0-9", "bytes=10-", "bytes=-5".
/// "Amazon S3 doesn't support retrieving multiple ranges of data per GET request."
/// </summary>
internal readonly record struct ByteRange(long Start, long Length)
{
    /// <summary>The part of an object a header asks for: all of it without a header or with one that is none; null when it lies outside.</summary>
    public static ByteRange? Of(string header, long size)
    {
        var all = new ByteRange(0, size);
        if (!header.StartsWith("bytes=", StringComparison.Ordinal) || header["bytes=".Length..].Split('-') is not [var from, var to])
        {
            return all;
        }

        bool hasFrom = long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out long first);
        bool hasTo = long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out long last);
        return (hasFrom, hasTo) switch
        {
            (false, true) => last == 0 || size == 0 ? null : new ByteRange(Math.Max(0, size - last), Math.Min(size, last)),
            (true, _) when to.Length > 0 && (!hasTo || last < first) => all,
            (true, _) => first >= size ? null : new ByteRange(first, (hasTo ? Math.Min(last, size - 1) : size - 1) - first + 1),
            _ => all,
        };
    }
}
