using System.Collections.Generic;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>Another place, in which the sign-ins are.</summary>
/// <param name="Source">Where to read; of files, <see cref="Paths"/> are still to be resolved.</param>
/// <param name="Settings">How to reach AWS.</param>
internal sealed record SignInPlace(SourceSpecification Source, AwsSettings Settings)
{
    /// <summary>Gets the paths as they were given; none where it is no place of files.</summary>
    internal IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Gets a value indicating whether the paths are meant literally.</summary>
    internal bool IsLiteral { get; init; }
}
