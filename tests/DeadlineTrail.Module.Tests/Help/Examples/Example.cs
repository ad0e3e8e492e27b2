using System.Collections.Generic;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>What stands under one heading of a document and can be run: one session, from its first command to its last.</summary>
/// <param name="Document">The document's path.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Steps">The commands.</param>
internal sealed record Example(string Document, string Heading, IReadOnlyList<ExampleStep> Steps);

/// <summary>A block of commands and what the document says they show.</summary>
/// <param name="Commands">The commands.</param>
/// <param name="Shown">The lines of the block behind it, or null: nothing is said, so only that it works is tested.</param>
/// <param name="ShownFrom">The index of the first of these lines in the document.</param>
/// <param name="NeedsAws">Whether it asks AWS: then a studio on the machine itself answers.</param>
internal sealed record ExampleStep(string Commands, IReadOnlyList<string>? Shown, int ShownFrom, bool NeedsAws = false);
