using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>
/// The content of an object, fetched again from where it stopped when the connection is lost. The version stays the same:
/// text of two versions would be text of none.
/// </summary>
/// <param name="store">Where the object lies.</param>
/// <param name="log">The object.</param>
/// <param name="cancellation">Ends every wait at once.</param>
internal sealed class ResumingStream(ILogStore store, StoredLog log, CancellationToken cancellation) : ForwardStream
{
    private const int BlockSize = 64 * 1024;

    private byte[] _block = ArrayPool<byte>.Shared.Rent(BlockSize);
    private CancellationTokenSource? _wait;
    private LogContent? _content;
    private long? _length = log.Length;
    private string? _eTag = log.ETag;
    private long _position;

    /// <summary>Gets how long nothing may arrive before the connection counts as lost: a body has no time limit of its own.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= _length || count == 0)
        {
            return 0;
        }

        for (var attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Open();
                if (_position >= _length)
                {
                    return 0;
                }

                var read = Receive(Math.Min(count, BlockSize));
                if (read == 0)
                {
                    throw new EndOfStreamException($"The connection ended after {_position} of {_length} bytes.");
                }

                Buffer.BlockCopy(_block, 0, buffer, offset, read);
                _position += read;
                return read;
            }
            catch (Exception failure) when (RetryPause.MayHelp(failure, attempt))
            {
                Close();
                RetryPause.Wait(attempt, cancellation);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
            ArrayPool<byte>.Shared.Return(_block);
            _block = [];
        }

        base.Dispose(disposing);
    }

    private void Open()
    {
        if (_content is not null)
        {
            return;
        }

        _content = store.Open(log.Key, _eTag, _position, cancellation);
        _wait = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // Whatever is read from here on is of this version, and has its size.
        _eTag = _content.ETag;
        _length = _content.Length;
    }

    /// <summary>
    /// Waits for the next bytes. A blocking read could not be ended: on .NET Framework not even a read with a token can,
    /// so it is left to itself, with the block it writes to.
    /// </summary>
    private int Receive(int count)
    {
        var reading = _content!.Stream.ReadAsync(_block, 0, count, _wait!.Token);
        try
        {
            if (Task.WaitAny([reading], (int)Patience.TotalMilliseconds, cancellation) == 0)
            {
                return reading.GetAwaiter().GetResult();
            }
        }
        catch (OperationCanceledException)
        {
            Abandon(reading);
            throw;
        }

        Abandon(reading);
        throw new IOException($"Nothing arrived for {Patience.TotalSeconds:0} seconds, after {_position} of {_length} bytes.");
    }

    private void Abandon(Task reading)
    {
        var (content, wait) = (_content!, _wait!);
        (_content, _wait, _block) = (null, null, ArrayPool<byte>.Shared.Rent(BlockSize));
        reading.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Task.Run(() =>
        {
            wait.Cancel();
            content.Stream.Dispose();
            wait.Dispose();
        });
    }

    // Not Stream.Close, which would dispose of this.
    private new void Close()
    {
        _content?.Stream.Dispose();
        _wait?.Dispose();
        (_content, _wait) = (null, null);
    }
}
