using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Help.Maml;

/// <summary>The syntax of one parameter set: the parameters with a position in their order, then the rest as the page has them.</summary>
internal static class MamlSyntax
{
    internal static XElement Of(CommandHelp command, ParameterSetHelp set) => new(
        Schema.Command + "syntaxItem",
        new XElement(Schema.Maml + "name", command.Name),
        In(command, set).Select(of => Parameter(of.Parameter, of.Place)));

    private static IEnumerable<(ParameterHelp Parameter, ParameterInSet Place)> In(CommandHelp command, ParameterSetHelp set) =>
        from parameter in command.Parameters
        where !parameter.Facts.DontShow
        let place = parameter.Facts.ParameterSets.Find(place => place.Name == ParameterInSet.All || place.Name == set.Name)
        where place is not null
        let position = int.TryParse(place.Position, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : int.MaxValue
        orderby position, !place.IsRequired, PlaceIn(set.Syntax, parameter.Name)
        select (parameter, place);

    private static int PlaceIn(string syntax, string name) => Regex.Match(syntax, $@"-{name}\b", RegexOptions.CultureInvariant) is { Success: true } found
        ? found.Index
        : int.MaxValue;

    private static XElement Parameter(ParameterHelp parameter, ParameterInSet place) => new(
        Schema.Command + "parameter",
        new XAttribute("required", place.IsRequired),
        new XAttribute("variableLength", true),
        new XAttribute("globbing", parameter.Facts.SupportsWildcards),
        new XAttribute("position", place.Position),
        new XElement(Schema.Maml + "name", parameter.Name),
        MamlParameter.Value(parameter.Facts));
}
