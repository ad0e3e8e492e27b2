using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>
/// The least that anything has to do that reads the corpus with this inflater: each file opened, inflated and forgotten,
/// by as many threads as the module has. The list of files is given.
/// </summary>
internal class Inflating : Contender
{
    // Opened as the module opens files, without a lock; of buffers from 16 to 256 KB the largest is the quickest.
    private const int BufferSize = 256 * 1024;

    /// <inheritdoc/>
    internal override long Expected(Corpus corpus) => corpus.Counts.TextBytes;

    /// <inheritdoc/>
    internal override long Count(Corpus corpus)
    {
        int next = -1;
        return Enumerable.Range(0, Threads)
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToList()
            .Sum(task => task.Result);

        long Work()
        {
            var buffer = new byte[BufferSize];
            long bytes = 0;
            while (Interlocked.Increment(ref next) is int index && index < corpus.Files.Count)
            {
                using var file = new FileStream(
                    corpus.Files[index], FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
                using Stream text = Open(file);
                while (text.Read(buffer, 0, buffer.Length) is int read and > 0)
                {
                    bytes += read;
                }
            }

            return bytes;
        }
    }

    private protected virtual Stream Open(FileStream file) => new GZipStream(file, CompressionMode.Decompress);
}
