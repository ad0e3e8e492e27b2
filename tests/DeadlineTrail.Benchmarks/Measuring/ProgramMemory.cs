using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>
/// Watches the processes of one name below this one, however deep, and remembers the largest peak of any of them. Linux
/// only: there a process that is still there tells its own peak, so looking now and then misses little.
/// </summary>
internal sealed class ProgramMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly string _program;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread? _thread;
    private long _peak;

    /// <summary>Starts watching.</summary>
    /// <param name="program">The name of the processes.</param>
    internal ProgramMemory(string program)
    {
        _program = program;
        if (OperatingSystem.IsLinux())
        {
            _thread = new Thread(Watch) { IsBackground = true };
            _thread.Start();
        }
    }

    /// <summary>Gets the largest peak seen so far, or null.</summary>
    internal long? PeakBytes => Interlocked.Read(ref _peak) is > 0 and long peak ? peak : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Set();
        _thread?.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        while (!_stop.Wait(Interval))
        {
            Look();
        }
    }

    private void Look()
    {
        var parents = new Dictionary<int, int>();
        var candidates = new List<(int Id, long Peak)>();
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) || StatusOf(folder) is not { } status)
            {
                continue;
            }

            parents[id] = int.Parse(PeakMemory.StatusField(status, "PPid:") ?? "0", CultureInfo.InvariantCulture);
            if (PeakMemory.StatusField(status, "Name:") == _program && PeakMemory.InStatus(status) is { } peak)
            {
                candidates.Add((id, peak));
            }
        }

        foreach ((int id, long peak) in candidates)
        {
            if (IsBelowThis(id, parents) && peak > _peak)
            {
                Interlocked.Exchange(ref _peak, peak);
            }
        }
    }

    private static bool IsBelowThis(int id, Dictionary<int, int> parents)
    {
        while (parents.TryGetValue(id, out int parent))
        {
            if (parent == Environment.ProcessId)
            {
                return true;
            }

            id = parent;
        }

        return false;
    }

    private static string[]? StatusOf(string folder)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(folder, "status"));
        }
        catch (IOException)
        {
            // It has ended.
            return null;
        }
    }
}
