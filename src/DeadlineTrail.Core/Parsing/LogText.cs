using System.IO;
using DeadlineTrail.Parsing.Compression;

namespace DeadlineTrail.Parsing;

/// <summary>
/// The text of a log: inflated when it begins with gzip's two bytes, whatever its name says. Web servers and browsers
/// inflate on the way, so a file called .gz may be plain, and the other way round.
/// </summary>
internal static class LogText
{
    /// <summary>Opens the text of a log.</summary>
    /// <param name="stream">The log as it lies there; read from its start.</param>
    internal static Stream Open(Stream stream)
    {
        var start = new byte[2];
        var length = 0;
        while (length < start.Length)
        {
            var read = stream.Read(start, length, start.Length - length);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        // A file that can be read again is verified at the inflater's own speed.
        var whole = Rewound(stream, start, length);
        return length == 2 && start[0] == 0x1F && start[1] == 0x8B ? new GzipLogStream(whole) : whole;
    }

    private static Stream Rewound(Stream stream, byte[] start, int length)
    {
        if (!stream.CanSeek)
        {
            return new PrefixedStream(start, length, stream);
        }

        stream.Seek(-length, SeekOrigin.Current);
        return stream;
    }
}
