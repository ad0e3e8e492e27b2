using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Help.Maml;

/// <summary>The help of an assembly's cmdlets as one MAML file.</summary>
internal static class MamlDocument
{
    // Line ends in it are text, and the same on every machine.
    private static readonly XmlWriterSettings Form = new() { Indent = true, NewLineChars = "\n", Encoding = Encoding.UTF8, NewLineHandling = NewLineHandling.None };

    internal static string Of(IEnumerable<CommandHelp> commands)
    {
        var document = new XDocument(new XElement(
            Schema.Root + "helpItems",
            new XAttribute("schema", "maml"),
            commands.Select(Command)));
        using var text = new Utf8Text();
        using (var writer = XmlWriter.Create(text, Form))
        {
            document.Save(writer);
        }

        return text.ToString();
    }

    private static XElement Command(CommandHelp command) => new(
        Schema.Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Schema.Maml),
        new XAttribute(XNamespace.Xmlns + "command", Schema.Command),
        new XAttribute(XNamespace.Xmlns + "dev", Schema.Dev),
        Details(command),
        new XElement(Schema.Maml + "description", MamlText.Of(command.Description)),
        new XElement(Schema.Command + "syntax", command.ParameterSets.Select(set => MamlSyntax.Of(command, set))),
        new XElement(Schema.Command + "parameters", command.Parameters.Where(parameter => !parameter.Facts.DontShow).Select(MamlParameter.Of)),
        new XElement(Schema.Command + "inputTypes", command.Inputs.Select(type => Type("inputType", type))),
        new XElement(Schema.Command + "returnValues", command.Outputs.Select(type => Type("returnValue", type))),
        new XElement(Schema.Maml + "alertSet", new XElement(Schema.Maml + "alert", MamlText.Of(command.Notes))),
        new XElement(Schema.Command + "examples", command.Examples.Select(MamlExample.Of)),
        new XElement(Schema.Command + "relatedLinks", command.Links.Select(Link)));

    private static XElement Details(CommandHelp command)
    {
        var parts = command.Name.Split('-', 2);
        return new XElement(
            Schema.Command + "details",
            new XElement(Schema.Command + "name", command.Name),
            new XElement(Schema.Maml + "description", MamlText.Of(command.Synopsis)),
            new XElement(Schema.Command + "verb", parts[0]),
            new XElement(Schema.Command + "noun", parts[^1]));
    }

    private static XElement Type(string element, TypeHelp type) => new(
        Schema.Command + element,
        new XElement(Schema.Dev + "type", new XElement(Schema.Maml + "name", type.Name)),
        new XElement(Schema.Maml + "description", MamlText.Of(type.Description)));

    private static XElement Link(LinkHelp link) => new(
        Schema.Maml + "navigationLink",
        new XElement(Schema.Maml + "linkText", link.Text),
        new XElement(Schema.Maml + "uri", link.Uri ?? ""));

    private sealed class Utf8Text : StringWriter
    {
        public Utf8Text()
            : base(System.Globalization.CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => Encoding.UTF8;
    }
}
