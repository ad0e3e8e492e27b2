using System.IO;
using System.Threading;
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
        var begun = new LookaheadBuffer(stream, CancellationToken.None);
        begun.TryFill(2);
        if (begun.Ahead is [0x1F, 0x8B, ..])
        {
            // A file that can be read again is verified at the inflater's own speed.
            return new GzipLogStream(stream, begun);
        }

        var prefix = begun.Ahead.ToArray();
        begun.Dispose();
        if (!stream.CanSeek)
        {
            return new PrefixedStream(prefix, stream);
        }

        stream.Seek(-prefix.Length, SeekOrigin.Current);
        return stream;
    }
}
