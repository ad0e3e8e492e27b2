using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Help.Model;
using Markdig.Syntax;

namespace DeadlineTrail.Help.Pages;

/// <summary>A heading, what stands right under it, and the sections below it.</summary>
internal sealed class Section(string path, HeadingBlock heading)
{
    internal string Path { get; } = path;

    internal string Title { get; } = PlainText.Of(heading.Inline);

    internal int Level { get; } = heading.Level;

    internal int Line { get; } = heading.Line + 1;

    internal List<Block> Blocks { get; } = [];

    internal List<Section> Sections { get; } = [];

    /// <summary>What stands right under the heading, as plain text.</summary>
    internal IReadOnlyList<HelpBlock> Text => [.. Blocks.Select(block => PlainText.Of(Path, block))];

    /// <exception cref="PageException">There is no such section.</exception>
    internal Section this[string title] => Sections.Find(section => string.Equals(section.Title, title, StringComparison.OrdinalIgnoreCase))
        ?? throw new PageException(Path, Line, $"\"{Title}\" has no section \"{title}\".");
}
