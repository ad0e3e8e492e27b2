using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Amazon.S3.Model;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Aws.Storage;

/// <summary>The bytes of an answer, with the connection they come over. Whatever cuts it short is an <see cref="IOException"/>.</summary>
/// <param name="response">The answer; disposed of with this.</param>
[SuppressMessage("Performance", "CA1835", Justification = ".NET Framework has no reading into memory.")]
[SuppressMessage("Performance", "CA1844", Justification = ".NET Framework has no reading into memory.")]
internal sealed class S3Content(GetObjectResponse response) : ForwardStream
{
    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        try
        {
            return await response.ResponseStream.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not (IOException or OutOfMemoryException) && !cancellationToken.IsCancellationRequested)
        {
            // Of the HTTP stack (WebException on .NET Framework), or of the SDK, which counts the bytes.
            throw new IOException(failure.Message, failure);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            response.Dispose();
        }

        base.Dispose(disposing);
    }
}
