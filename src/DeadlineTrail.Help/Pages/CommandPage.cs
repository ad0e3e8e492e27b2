using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Help.Model;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DeadlineTrail.Help.Pages;

/// <summary>
/// The page of a cmdlet, in the form of Microsoft.PowerShell.PlatyPS 1.x: headings, their order, YAML blocks.
/// </summary>
internal static class CommandPage
{
    private const string Schema = "2024-05-01";
    private const string DefaultMark = " (Default)";

    private static readonly string[] Order =
        ["SYNOPSIS", "SYNTAX", "ALIASES", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    /// <exception cref="PageException">The page is not in that form.</exception>
    internal static CommandHelp Read(string path) => Of(Page.Read(path));

    internal static CommandHelp Of(Page page)
    {
        var facts = FrontMatter.Read(page);
        var title = page.Title;
        if (facts.Schema != Schema)
        {
            throw new PageException(page.Path, 1, $"The page says that it follows schema \"{facts.Schema}\" of platyPS; read is {Schema}.");
        }

        if (facts.Title != title.Title || System.IO.Path.GetFileNameWithoutExtension(page.Path) != title.Title)
        {
            throw new PageException(page.Path, title.Line, "The file's name, the title in its front matter and its heading must be the cmdlet's name.");
        }

        if (!title.Sections.Select(section => section.Title).SequenceEqual(Order))
        {
            throw new PageException(page.Path, title.Line, "The sections must be, in this order: " + string.Join(", ", Order) + ".");
        }

        return new CommandHelp
        {
            Name = title.Title,
            HelpFile = facts.HelpFile,
            Synopsis = title["SYNOPSIS"].Text,
            ParameterSets = [.. title["SYNTAX"].Sections.Select(ParameterSet)],
            Description = title["DESCRIPTION"].Text,
            Examples = [.. title["EXAMPLES"].Sections.Select(example => new ExampleHelp(example.Title, example.Text))],
            Parameters = [.. title["PARAMETERS"].Sections.Where(section => section.Title != "CommonParameters").Select(ParameterSection.Read)],
            Inputs = [.. title["INPUTS"].Sections.Select(type => new TypeHelp(type.Title, type.Text))],
            Outputs = [.. title["OUTPUTS"].Sections.Select(type => new TypeHelp(type.Title, type.Text))],
            Notes = title["NOTES"].Text,
            Links = [.. Links(title["RELATED LINKS"])],
        };
    }

    private static ParameterSetHelp ParameterSet(Section section)
    {
        if (section.Text is not [Listing syntax])
        {
            throw new PageException(section.Path, section.Line, "The syntax of a parameter set is one fenced block.");
        }

        var isDefault = section.Title.EndsWith(DefaultMark, StringComparison.Ordinal);
        return new ParameterSetHelp(
            isDefault ? section.Title[..^DefaultMark.Length] : section.Title,
            isDefault,
            string.Join(' ', syntax.Text.Split('\n').Select(line => line.Trim())));
    }

    private static IEnumerable<LinkHelp> Links(Section section)
    {
        foreach (var link in section.Blocks.SelectMany(block => block.Descendants<LinkInline>()))
        {
            yield return new LinkHelp(PlainText.Of(link), PlainText.IsAbsolute(link.Url) ? link.Url : null);
        }
    }
}
