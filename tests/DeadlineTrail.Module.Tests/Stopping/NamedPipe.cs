using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace DeadlineTrail.Module.Tests.Stopping;

/// <summary>
/// A file that gives no byte before somebody writes to it, and has no end before they stop: so a read can be held for as
/// long as a test needs, without a clock.
/// </summary>
internal sealed class NamedPipe
{
    private readonly string _path;

    public NamedPipe(string path)
    {
        _path = path;
        using var make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        if (make.ExitCode != 0)
        {
            throw new IOException("mkfifo failed.");
        }
    }

    /// <summary>Lets whoever reads, or waits to, go on: with this text, or with nothing at all.</summary>
    public void Release(byte[]? content = null)
    {
        // For reading too: so to open it does not wait for a reader that may be gone.
        using var pipe = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        pipe.Write(content ?? []);
    }

    /// <summary>Gives a beginning and then the same again and again, until nobody reads any more.</summary>
    public Task Pour(byte[] beginning, byte[] again) => Task.Run(() =>
    {
        using var pipe = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        try
        {
            pipe.Write(beginning);
            while (true)
            {
                pipe.Write(again);
                pipe.Flush();
            }
        }
        catch (IOException)
        {
            // The reader has gone: what the test waits for.
        }
    });
}

/// <summary>A test that needs a file which can keep a reader waiting; Windows has none.</summary>
public sealed class NamedPipeFactAttribute : FactAttribute
{
    public NamedPipeFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Needs mkfifo, which Windows lacks.";
        }
    }
}
