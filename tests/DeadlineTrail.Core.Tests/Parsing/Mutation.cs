using System;
using System.Collections.Generic;
using System.Text;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>A valid log with one thing done to it.</summary>
/// <param name="What">What was done.</param>
/// <param name="Bytes">The log as it is now.</param>
/// <param name="From">Where in the valid log it was done: the bytes before this offset are as they were.</param>
/// <param name="To">And so are the bytes from this offset on, somewhere.</param>
/// <param name="MayShift">Whether so much was done that what stood inside a record may stand beside it now, or the other
/// way round.</param>
internal sealed record Mutation(string What, byte[] Bytes, int From, int To, bool MayShift = false)
{
    private static readonly string[] Snippets =
    [
        "{", "}", "[", "]", "\"", ",", ":", "\\", "\\\"", "{\"", "\"}", "},{", "]}", "[{", "{\"a\":", "\"x\":1,", ",\"x\":1", "null",
        "\\ud800", "\"\\udc00\"", "\u0001", "\n", " ", "x", "0", "/*", "\uFEFF", "{\"Records\":[", "{\"eventVersion\":",
    ];

    internal static IEnumerable<Mutation> Cuts(byte[] log)
    {
        for (var at = 0; at < log.Length; at++)
        {
            yield return new Mutation($"cut at {at}", log[..at], at, log.Length);
        }
    }

    /// <summary>At every byte: turned into another, taken out, or something put before it.</summary>
    internal static IEnumerable<Mutation> AtEachByte(byte[] log, int seed)
    {
        var random = new Random(seed);
        for (var at = 0; at < log.Length; at++)
        {
            var turned = (byte[])log.Clone();
            switch (random.Next(4))
            {
                case 0:
                    turned[at] ^= (byte)(1 << random.Next(8));
                    yield return new Mutation($"bit flipped at {at}", turned, at, at + 1);
                    break;
                case 1:
                    turned[at] = (byte)"{}[]\",:\\ x0"[random.Next(11)];
                    yield return new Mutation($"turned into {(char)turned[at]} at {at}", turned, at, at + 1);
                    break;
                case 2:
                    yield return new Mutation($"byte deleted at {at}", [.. log[..at], .. log[(at + 1)..]], at, at + 1);
                    break;
                default:
                    var snippet = Snippets[random.Next(Snippets.Length)];
                    yield return new Mutation(
                        $"{snippet} inserted at {at}", [.. log[..at], .. Encoding.UTF8.GetBytes(snippet), .. log[at..]], at, at, snippet.Length > 1);
                    break;
            }
        }
    }

    /// <summary>Ranges deleted, doubled, overwritten, and random bytes put in.</summary>
    internal static IEnumerable<Mutation> Ranges(byte[] log, int seed, int count)
    {
        var random = new Random(seed);
        for (var round = 0; round < count; round++)
        {
            var from = random.Next(log.Length);
            var to = Math.Min(log.Length, from + 1 + random.Next(random.Next(3) == 0 ? log.Length : 40));
            var noise = new byte[random.Next(1, 30)];
            random.NextBytes(noise);

            yield return new Mutation($"{from} to {to} deleted", [.. log[..from], .. log[to..]], from, to, MayShift: true);
            yield return new Mutation($"{from} to {to} doubled", [.. log[..to], .. log[from..]], to, to, MayShift: true);
            yield return new Mutation($"{from} to {to} overwritten", [.. log[..from], .. new byte[to - from], .. log[to..]], from, to, MayShift: true);
            yield return new Mutation($"{noise.Length} random bytes put in at {from}", [.. log[..from], .. noise, .. log[from..]], from, from);
        }
    }
}
