using System.Linq;
using System.Xml.Linq;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Help.Maml;

/// <summary>An example: what leads to the first command, the command, and all that follows.</summary>
internal static class MamlExample
{
    internal static XElement Of(ExampleHelp example)
    {
        var before = example.Blocks.TakeWhile(block => !IsCommand(block)).ToList();
        var command = example.Blocks.Skip(before.Count).Take(1).OfType<Listing>().SingleOrDefault();
        return new XElement(
            Schema.Command + "example",
            new XElement(Schema.Maml + "title", $"--------- {example.Title} ---------"),
            new XElement(Schema.Maml + "introduction", MamlText.Of(before)),
            new XElement(Schema.Dev + "code", command?.Text),
            new XElement(Schema.Dev + "remarks", MamlText.Of(example.Blocks.Skip(before.Count + 1))));
    }

    private static bool IsCommand(HelpBlock block) => block is Listing { Language: "powershell" };
}
