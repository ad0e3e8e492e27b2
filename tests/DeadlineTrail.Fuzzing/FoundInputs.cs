using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Fuzzing;

/// <summary>What fuzzing found: inputs that did what no input may, and do it no more.</summary>
internal static class FoundInputs
{
    internal static IEnumerable<string> Of(string target)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", target);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal) : [];
    }
}
