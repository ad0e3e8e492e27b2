using System.IO;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>The same with the module's own stream, which finds out whether a file is whole.</summary>
internal sealed class InflatingChecked : Inflating
{
    private protected override Stream Open(FileStream file) => LogText.Open(file);
}
