using System.Collections.Generic;
using System.Text;

namespace DeadlineTrail.Fuzzing;

/// <summary>Something that reads what others wrote, and what must hold whatever they wrote.</summary>
internal abstract class FuzzTarget
{
    internal abstract string Name { get; }

    /// <summary>What is read, and what it is held against.</summary>
    internal abstract string About { get; }

    /// <summary>Inputs to begin with.</summary>
    internal abstract IEnumerable<byte[]> Seeds { get; }

    /// <summary>Words that chance would take long to write.</summary>
    internal virtual IEnumerable<string> Words => [];

    /// <summary>Reads an input. What it throws is a finding.</summary>
    internal abstract void Run(byte[] input);

    /// <summary>Text that is no text is read as the reader of records reads it: U+FFFD.</summary>
    protected static string Text(byte[] input) => Encoding.UTF8.GetString(input);

    protected static IEnumerable<byte[]> Utf8(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            yield return Encoding.UTF8.GetBytes(text);
        }
    }
}
