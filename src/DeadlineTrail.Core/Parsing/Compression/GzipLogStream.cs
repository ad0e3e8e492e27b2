using System;
using System.IO;
using System.Threading;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// The text of a gzip file, all its members in a row, and the truth about whether it was whole.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="System.IO.Compression.GZipStream"/> ends in silence where a file is cut, accepts a missing checksum and
/// ignores what follows the last member. Here every byte that precedes a damage is read first; the read after it throws
/// <see cref="GzipDamageException"/>, and so does every later one. A read that returns 0 means that the file is whole.
/// </para>
/// <para>
/// With <see cref="GzipDamageKind.WrongChecksum"/> all the text has been handed over by then, and any of it may be
/// wrong: a caller that must not pass on unproven text waits for the 0. After <see cref="GzipDamageKind.BadData"/> in a
/// stream that cannot seek, more than 64 KB in, the text of the interrupted read is lost.
/// </para>
/// <para>
/// A stream that can seek is read quickly, and a second time only where it turns out not to be whole, to learn what
/// came through and what is wrong. Read with <see cref="Read(byte[], int, int)"/>: other forms work with a copy.
/// </para>
/// </remarks>
internal sealed class GzipLogStream : ForwardStream
{
    private readonly Stream _compressed;
    private readonly bool _leaveOpen;
    private readonly GzipExpansionLimit _limit;
    private readonly CancellationToken _cancellation;
    private readonly long _start;

    private QuickGzipReader? _quick;
    private ExactGzipReader? _exact;
    private bool _ended;

    // Text was handed over that came out of invalid data: that a second reading finds no damage does not mend it.
    private bool _isDoubtful;

    // What every further read throws.
    private Exception? _failure;

    /// <param name="compressed">Read from where it stands; it need not seek.</param>
    /// <param name="leaveOpen">Whether the compressed stream outlives this one.</param>
    /// <param name="limit">How far the data may expand; normally <see cref="GzipExpansionLimit.Default"/>.</param>
    /// <param name="cancellation">Also looked at where a single read goes through much without yielding text.</param>
    public GzipLogStream(
        Stream compressed,
        bool leaveOpen = false,
        GzipExpansionLimit? limit = null,
        CancellationToken cancellation = default)
        : this(compressed, new LookaheadBuffer(compressed, cancellation), limit, cancellation) => _leaveOpen = leaveOpen;

    /// <param name="compressed">The stream, whose own this one is.</param>
    /// <param name="begun">What was read of it already, to see what it is.</param>
    /// <param name="limit">How far the data may expand; normally <see cref="GzipExpansionLimit.Default"/>.</param>
    /// <param name="cancellation">Also looked at where a single read goes through much without yielding text.</param>
    internal GzipLogStream(Stream compressed, LookaheadBuffer begun, GzipExpansionLimit? limit = null, CancellationToken cancellation = default)
    {
        _compressed = compressed;
        _limit = limit ?? GzipExpansionLimit.Default;
        _cancellation = cancellation;

        if (compressed.CanSeek && QuickGzipReader.IsSupported)
        {
            _start = compressed.Position - begun.Ahead.Length;
            _quick = new QuickGzipReader(begun);
        }
        else
        {
            _exact = new ExactGzipReader(begun);
        }
    }

    /// <summary>Bytes of the file used so far, to within the few KB that are being inflated.</summary>
    public long CompressedPosition => _quick?.CompressedPosition ?? _exact?.CompressedPosition ?? 0;

    /// <summary>Bytes of text read so far.</summary>
    public long UncompressedPosition { get; private set; }

    public override bool CanRead => _quick is not null || _exact is not null;

    /// <summary>Reads as much as there is room for, unless the file ends or is damaged before.</summary>
    /// <exception cref="GzipDamageException">All that can be read has been, and the file is not whole.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int unfilled = count;
        while (unfilled > 0 && !_ended && _failure is null)
        {
            int read = ReadOn(buffer, offset + count - unfilled, unfilled);
            unfilled -= read;
            UncompressedPosition += read;
            if (_limit.IsExceededBy(UncompressedPosition, CompressedPosition))
            {
                _failure ??= new GzipDamageException(
                    GzipDamageKind.ExpandsTooFar,
                    $"the compressed data expands to more than {_limit.Ratio} times its size: it was not made from logs and is not read further",
                    CompressedPosition,
                    UncompressedPosition);
            }
        }

        int filled = count - unfilled;
        return filled == 0 && _failure is not null ? throw _failure : filled;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && CanRead)
        {
            _failure = new ObjectDisposedException(nameof(GzipLogStream));
            _ended = false;
            _quick?.Dispose();
            _quick = null;
            _exact?.Dispose();
            _exact = null;
            if (!_leaveOpen)
            {
                _compressed.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private int ReadOn(byte[] buffer, int offset, int count)
    {
        if (_quick is not null)
        {
            int quickly = _quick.Read(buffer, offset, count);
            if (quickly > 0)
            {
                return quickly;
            }

            if (_quick.IsWhole)
            {
                _ended = true;
                return 0;
            }

            _exact = ReadAgain(_quick.IsInvalid);
            _quick.Dispose();
            _quick = null;
        }

        int read = _exact!.Read(buffer, offset, count);
        if (read == 0)
        {
            _failure ??= _exact.Damage ?? (!_isDoubtful ? null : new GzipDamageException(
                GzipDamageKind.BadData,
                "the compressed data was invalid when it was read first and is not any more",
                CompressedPosition,
                UncompressedPosition));
            _ended = _failure is null;
        }

        return read;
    }

    private ExactGzipReader ReadAgain(bool wasInvalid)
    {
        _compressed.Position = _start;
        _isDoubtful = wasInvalid && UncompressedPosition > 0;
        var exact = new ExactGzipReader(new LookaheadBuffer(_compressed, _cancellation));
        var skipped = new byte[16 * 1024];
        for (long left = UncompressedPosition; left > 0;)
        {
            int read = exact.Read(skipped, 0, (int)Math.Min(skipped.Length, left));
            if (read == 0)
            {
                break;
            }

            left -= read;
        }

        return exact;
    }
}
