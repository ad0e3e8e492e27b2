using System.IO;
using System.Linq;
using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Corpora;
using DeadlineTrail.Benchmarks.Measuring;

namespace DeadlineTrail.Benchmarks.Report;

/// <summary>What was measured on a corpus, as a table.</summary>
internal static class ContenderTable
{
    internal static void Write(TextWriter writer, CorpusResult result)
    {
        CorpusCounts counts = result.Corpus.Counts;
        writer.WriteLine($"### {result.Recipe.Name}");
        writer.WriteLine();
        writer.WriteLine($"{Number.Megabytes(counts.TextBytes)} MB of JSON in {Number.Whole(counts.Files)} file(s) ({Number.Megabytes(counts.CompressedBytes)} MB compressed), {Number.Whole(counts.Records)} records, {Number.Whole(counts.DeadlineRecords)} of them Deadline Cloud's.");
        writer.WriteLine();

        var table = new MarkdownTable("contender", "what it does", " wall s", " x floor", " MB/s", " CPU s", " allocated MB", " peak MB", " runs");
        Measurement? floor = result.Of(ContenderKind.Floor);
        foreach (Measurement measurement in result.Measurements.Where(measurement => measurement.Failure is null))
        {
            bool isOwn = measurement.Kind.Needs is null;
            table.Add(
                measurement.Kind.Name,
                measurement.Kind.Says,
                Number.Of(measurement.Seconds),
                Number.Of(floor is null ? null : measurement.RatioTo(floor)),
                Number.Of(counts.TextBytes / 1e6 / measurement.Seconds),
                Number.Of(measurement.ProcessorSeconds),
                isOwn ? Number.Megabytes(measurement.AllocatedBytes) : Number.None,
                Number.Megabytes(measurement.PeakBytes),
                Number.Whole(measurement.Runs));
        }

        table.WriteTo(writer);
        foreach (Measurement failed in result.Measurements.Where(measurement => measurement.Failure is not null))
        {
            writer.WriteLine($"{failed.Kind.Name} gave no answer: {failed.Failure}");
            writer.WriteLine();
        }
    }
}
