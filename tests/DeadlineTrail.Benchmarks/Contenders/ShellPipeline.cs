using System;
using System.Diagnostics;
using System.Globalization;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>Unix tools, as many at a time as the module has threads.</summary>
internal sealed class ShellPipeline : OutsideContender
{
    private const int MostFilesAtOnce = 256;

    private readonly string _perFiles;
    private readonly string _counting;
    private readonly Func<Corpus, long> _expected;

    private ShellPipeline(string program, string perFiles, string counting, Func<Corpus, long> expected)
    {
        Program = program;
        _perFiles = perFiles;
        _counting = counting;
        _expected = expected;
    }

    /// <inheritdoc/>
    internal override string Program { get; }

    /// <summary>A tool that inflates.</summary>
    /// <param name="program">The name its process has.</param>
    /// <param name="command">The command before its files.</param>
    internal static ShellPipeline Inflating(string program, string command) =>
        new(program, command, "wc -c", corpus => corpus.Counts.TextBytes);

    /// <summary>The same question in jq.</summary>
    internal static ShellPipeline Jq() => new(
        "jq",
        """sh -c 'zcat -- "$@" | jq -c ".Records[] | select(.eventSource == \"deadline.amazonaws.com\")"' sh""",
        "wc -l",
        corpus => corpus.Counts.DeadlineRecords);

    /// <inheritdoc/>
    internal override long Expected(Corpus corpus) => _expected(corpus);

    /// <inheritdoc/>
    internal override long Count(Corpus corpus) => long.Parse(RunShell(corpus, "| " + _counting), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    internal override void Run(Corpus corpus) => RunShell(corpus, "> /dev/null");

    private string RunShell(Corpus corpus, string to)
    {
        // Enough calls that no thread is left without work at the end, and no more.
        int atOnce = Math.Clamp(corpus.Files.Count / (8 * Threads), 1, MostFilesAtOnce);
        var start = new ProcessStartInfo("sh")
        {
            ArgumentList = { "-c", string.Create(CultureInfo.InvariantCulture, $"xargs -0 -P {Threads} -n {atOnce} {_perFiles} < \"$1\" {to}"), "sh", ListOf(corpus) },
        };
        return Finish(start);
    }
}
