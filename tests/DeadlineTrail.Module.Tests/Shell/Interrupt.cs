using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace DeadlineTrail.Module.Tests.Shell;

/// <summary>SIGINT, which is what Ctrl+C sends.</summary>
internal static class Interrupt
{
    private const ulong SignalBit = 1UL << (2 - 1);

    /// <summary>Why it cannot be tried here; null where it can.</summary>
    public static string? Obstacle =>
        OperatingSystem.IsWindows() ? "Windows has no signal that one process can send another's console."
        : IsIgnored() ? "These tests were started with SIGINT ignored, which every process they start inherits."
        : null;

    public static void Send(int process)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -INT {process}")]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    private static bool IsIgnored() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (ulong.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & SignalBit) != 0;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class InterruptFactAttribute : FactAttribute
{
    public InterruptFactAttribute() => Skip = Interrupt.Obstacle;
}
