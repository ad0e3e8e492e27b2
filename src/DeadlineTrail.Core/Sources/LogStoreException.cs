using System;
using System.IO;

namespace DeadlineTrail.Sources;

/// <summary>Whoever keeps a log refuses it, in a way that no retry mends.</summary>
internal sealed class LogStoreException(ProblemKind kind, string message, Exception? cause = null) : IOException(message, cause)
{
    /// <summary>Gets in what way the answer suffers.</summary>
    internal ProblemKind Kind { get; } = kind;
}
