using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace DeadlineTrail.Help.Pages;

/// <summary>A Markdown page as a tree of sections.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    private Page(string path, YamlFrontMatterBlock? frontMatter, Section root)
    {
        Path = path;
        FrontMatter = frontMatter;
        Title = root;
    }

    internal string Path { get; }

    /// <summary>The YAML before the first heading; null where there is none.</summary>
    internal YamlFrontMatterBlock? FrontMatter { get; }

    /// <summary>The one heading of the first level, with all that is under it.</summary>
    internal Section Title { get; }

    /// <exception cref="PageException">The page has not exactly one heading of the first level, at its beginning.</exception>
    internal static Page Read(string path) => Parse(path, File.ReadAllText(path));

    internal static Page Parse(string path, string text)
    {
        var blocks = Markdown.Parse(text, Pipeline).ToList();
        var frontMatter = blocks.FirstOrDefault() as YamlFrontMatterBlock;
        blocks.Remove(frontMatter!);
        if (blocks is not [HeadingBlock { Level: 1 } title, ..])
        {
            throw new PageException(path, 1 + (blocks.FirstOrDefault()?.Line ?? 0), "A page begins with its title: a heading of the first level.");
        }

        var root = new Section(path, title);
        var open = new Stack<Section>([root]);
        foreach (var block in blocks.Skip(1))
        {
            if (block is not HeadingBlock heading)
            {
                open.Peek().Blocks.Add(block);
                continue;
            }

            if (heading.Level == 1)
            {
                throw new PageException(path, heading.Line + 1, "A page has one title; this is a second heading of the first level.");
            }

            while (open.Peek().Level >= heading.Level)
            {
                open.Pop();
            }

            var section = new Section(path, heading);
            open.Peek().Sections.Add(section);
            open.Push(section);
        }

        return new Page(path, frontMatter, root);
    }
}
