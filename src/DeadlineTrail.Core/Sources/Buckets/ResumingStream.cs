using System;
using System.IO;
using System.Threading;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>
/// The content of an object, fetched again from where it stopped when the connection is lost. The version stays the same:
/// text of two versions would be text of none.
/// </summary>
internal sealed class ResumingStream : Stream
{
    private const int Attempts = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly ILogStore _store;
    private readonly StoredLog _log;
    private readonly CancellationToken _cancellation;
    private LogContent? _content;
    private long _position;

    internal ResumingStream(ILogStore store, StoredLog log, CancellationToken cancellation)
    {
        _store = store;
        _log = log;
        _cancellation = cancellation;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _log.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= _log.Length || count == 0)
        {
            return 0;
        }

        for (var attempt = 1; ; attempt++)
        {
            _cancellation.ThrowIfCancellationRequested();
            try
            {
                _content ??= _store.Open(_log.Key, _log.ETag, _position, _cancellation);
                var read = _content.Stream.Read(buffer, offset, count);
                if (read == 0)
                {
                    throw new EndOfStreamException($"The connection ended after {_position} of {_log.Length} bytes.");
                }

                _position += read;
                return read;
            }
            catch (Exception failure) when (attempt < Attempts && failure is IOException and not LogStoreException)
            {
                Close(_content);
                _content = null;
                _cancellation.WaitHandle.WaitOne(TimeSpan.FromTicks(FirstPause.Ticks << (attempt - 1)));
            }
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close(_content);
        }

        base.Dispose(disposing);
    }

    private static void Close(LogContent? content) => content?.Stream.Dispose();
}
