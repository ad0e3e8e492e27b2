using System;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>The ways there are to scan: a byte at a time, and with vectors of each width, whatever the machine has.</summary>
internal static class ScanningWays
{
    public static string[] Names { get; } = ["scalar", "128", "256", "512", "widest"];

    public static TheoryData<string> All => [.. Names];

    internal static (int Length, bool Needle, bool Escape) ScanAtOnce(byte[] text, string way, RecordNeedle? needle = null)
    {
        var scanner = ElementScanner.Begin();
        var length = Scan(ref scanner, WithSlack(text, new Random(text.Length)), text.Length, needle, way);
        return (length, scanner.SawNeedle, scanner.SawEscapedAscii);
    }

    /// <summary>Behind the valid bytes lies whatever was there before: brackets and quotes, to be taken for none.</summary>
    internal static byte[] WithSlack(byte[] text, Random random)
    {
        var buffer = new byte[text.Length + ElementScanner.Slack];
        text.CopyTo(buffer, 0);
        for (var at = text.Length; at < buffer.Length; at++)
        {
            buffer[at] = (byte)"}]{[\"\\d"[random.Next(7)];
        }

        return buffer;
    }

    internal static int Scan(ref ElementScanner scanner, byte[] buffer, int length, RecordNeedle? needle, string way) => way switch
    {
        "scalar" => scanner.ScanBytes(buffer, length, needle),
        "128" => scanner.ScanBlocks<ElementScanner.Block128>(buffer, length, needle),
        "256" => scanner.ScanBlocks<ElementScanner.Block256>(buffer, length, needle),
        "512" => scanner.ScanBlocks<ElementScanner.Block512>(buffer, length, needle),
        _ => scanner.Scan(buffer, length, needle),
    };
}
