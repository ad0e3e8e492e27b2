using System;
using System.Threading;

namespace DeadlineTrail.Shell;

/// <summary>Ctrl+C stops what runs and leaves the process alive to say so in its exit code.</summary>
internal sealed class BreakKey : IDisposable
{
    private readonly Action _stop;

    public BreakKey(Action stop)
    {
        _stop = stop;
        Console.CancelKeyPress += OnPressed;
    }

    public void Dispose() => Console.CancelKeyPress -= OnPressed;

    private void OnPressed(object? sender, ConsoleCancelEventArgs e)
    {
        if (e.SpecialKey == ConsoleSpecialKey.ControlBreak)
        {
            // Ctrl+Break, Ctrl+\ on Unix: ends the process, and with it a command that does not listen to Ctrl+C.
            return;
        }

        e.Cancel = true;
        // Stopping waits for the pipeline; the system delivers no further key until this handler has returned.
        ThreadPool.QueueUserWorkItem(_ => _stop());
    }
}
