using System.Linq;
using DeadlineTrail.Help.Model;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace DeadlineTrail.Help.Pages;

/// <summary>The section of a parameter: its description, then a YAML block with the facts.</summary>
internal static class ParameterSection
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    /// <exception cref="PageException">It is not of that form.</exception>
    internal static ParameterHelp Read(Section section)
    {
        var blocks = section.Text;
        if (!section.Title.StartsWith('-') || blocks.Count < 2 || blocks[^1] is not Listing { Language: "yaml" } facts)
        {
            throw new PageException(section.Path, section.Line, "The section of a parameter is \"-Name\", a description and one YAML block.");
        }

        try
        {
            return new ParameterHelp { Name = section.Title[1..], Description = [.. blocks.SkipLast(1)], Facts = Yaml.Deserialize<ParameterFacts>(facts.Text) };
        }
        catch (YamlException wrong)
        {
            throw new PageException(section.Path, section.Blocks.Last().Line + (int)wrong.Start.Line + 1, wrong.InnerException?.Message ?? wrong.Message);
        }
    }
}
