using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Help.Maml;

/// <summary>An example: what leads to the first command, the command, and all that follows.</summary>
internal static class MamlExample
{
    private const string Prompt = "PS>";

    internal static XElement Of(ExampleHelp example)
    {
        var before = example.Blocks.TakeWhile(block => !IsCommand(block)).ToList();
        var command = example.Blocks.Skip(before.Count).Take(1).OfType<Listing>().SingleOrDefault();
        return new XElement(
            Schema.Command + "example",
            new XElement(Schema.Maml + "title", $"--------- {example.Title} ---------"),
            new XElement(Schema.Maml + "introduction", Introduction(before)),
            new XElement(Schema.Dev + "code", command?.Text),
            new XElement(Schema.Dev + "remarks", MamlText.Of(example.Blocks.Skip(before.Count + 1)), MamlText.Paragraph("")));
    }

    // Get-Help puts the command right behind the introduction, and what is a paragraph of its own here would be trimmed away.
    private static XElement Introduction(IEnumerable<HelpBlock> blocks) =>
        MamlText.Paragraph(string.Concat(MamlText.Paragraphs(blocks).Select(text => text + "\n\n")) + Prompt);

    private static bool IsCommand(HelpBlock block) => block is Listing { Language: "powershell" };
}
