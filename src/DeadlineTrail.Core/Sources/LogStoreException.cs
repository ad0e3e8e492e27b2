using System;
using System.IO;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Sources;

/// <summary>Whoever keeps a log refuses it, in a way that no retry mends.</summary>
internal sealed class LogStoreException(ProblemKind kind, string message, Exception? cause = null) : IOException(SecretText.Hide(message), SecretText.Without(cause))
{
    /// <summary>Gets in what way the answer suffers.</summary>
    internal ProblemKind Kind { get; } = kind;
}
