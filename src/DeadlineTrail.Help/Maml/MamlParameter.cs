using System.Linq;
using System.Xml.Linq;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Help.Maml;

/// <summary>A parameter, as it is over all parameter sets.</summary>
internal static class MamlParameter
{
    internal static XElement Of(ParameterHelp parameter)
    {
        var facts = parameter.Facts;
        return new XElement(
            Schema.Command + "parameter",
            new XAttribute("required", facts.ParameterSets.Exists(set => set.IsRequired)),
            new XAttribute("variableLength", true),
            new XAttribute("globbing", facts.SupportsWildcards),
            new XAttribute("pipelineInput", PipelineInput(facts)),
            new XAttribute("position", Position(facts)),
            new XAttribute("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases)),
            new XElement(Schema.Maml + "name", parameter.Name),
            new XElement(Schema.Maml + "description", MamlText.Of(parameter.Description)),
            Value(facts),
            new XElement(Schema.Dev + "type", new XElement(Schema.Maml + "name", facts.Type), new XElement(Schema.Maml + "uri")),
            new XElement(Schema.Dev + "defaultValue", facts.DefaultValue.Length == 0 ? "None" : facts.DefaultValue));
    }

    /// <summary>The type of a parameter's value; nothing for a switch, which has none.</summary>
    internal static XElement? Value(ParameterFacts facts) => TypeName.IsSwitch(facts.Type) ? null : new XElement(
        Schema.Command + "parameterValue",
        new XAttribute("required", true),
        new XAttribute("variableLength", true),
        TypeName.Short(facts.Type));

    private static string PipelineInput(ParameterFacts facts)
    {
        string[] ways =
        [
            .. facts.ParameterSets.Exists(set => set.ValueFromPipeline) ? ["ByValue"] : (string[])[],
            .. facts.ParameterSets.Exists(set => set.ValueFromPipelineByPropertyName) ? ["ByPropertyName"] : (string[])[],
        ];
        return ways.Length == 0 ? "False" : $"True ({string.Join(", ", ways)})";
    }

    private static string Position(ParameterFacts facts) =>
        facts.ParameterSets.Select(set => set.Position).FirstOrDefault(position => position != ParameterInSet.Named) ?? ParameterInSet.Named;
}
