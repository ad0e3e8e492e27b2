using System.IO;
using DeadlineTrail.Benchmarks.Measuring;

namespace DeadlineTrail.Benchmarks.Report;

/// <summary>Peak memory by size, as a table.</summary>
internal static class MemoryTable
{
    internal static void Write(TextWriter writer, MemoryResult result)
    {
        writer.WriteLine("### Memory by size");
        writer.WriteLine();
        writer.WriteLine($"PowerShell's engine alone: {Number.Megabytes(result.EnginePeak)} MB.");
        writer.WriteLine();
        var table = new MarkdownTable("corpus", " reader, peak MB", " cmdlet, peak MB", " ordered cmdlet, peak MB");
        foreach (MemoryRow row in result.Rows)
        {
            table.Add(row.Corpus, Number.Megabytes(row.ReaderPeak), Number.Megabytes(row.CmdletPeak), Number.Megabytes(row.OrderedPeak));
        }

        table.WriteTo(writer);
    }
}
