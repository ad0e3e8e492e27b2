using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Help.Model;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>What a page says of a cmdlet is what Get-Command says of it, in both directions.</summary>
[Collection(Documents.Collection)]
public sealed class PageAgreementTests(CommandPages pages) : IClassFixture<CommandPages>
{
    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet() =>
        Assert.Equal(pages.Cmdlets.Select(cmdlet => cmdlet.Name).Order(), pages.PageNames.Order());

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Parameters_are_the_same_in_the_order_of_the_alphabet(string name) =>
        Assert.Equal(
            CommandPages.Own(pages.Cmdlet(name)).Select(parameter => parameter.Name).Order(StringComparer.OrdinalIgnoreCase),
            pages.Page(name).Parameters.Select(parameter => parameter.Name));

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Types_aliases_wildcards_and_accepted_values_are_the_same(string name)
    {
        foreach (var (command, page) in Both(name))
        {
            Assert.Equal($"{command.Name}: {TypeOf(command.ParameterType)}", $"{command.Name}: {page.Type}");
            Assert.Equal(command.Aliases.Order(), page.Aliases.Order());
            Assert.Equal((command.Name, command.Attributes.OfType<SupportsWildcardsAttribute>().Any()), (command.Name, page.SupportsWildcards));
            Assert.Equal(AcceptedValues(command), page.AcceptedValues);
            Assert.Equal((command.Name, command.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow)), (command.Name, page.DontShow));
        }
    }

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Positions_and_pipeline_input_are_the_same_in_every_parameter_set(string name)
    {
        foreach (var (command, page) in Both(name))
        {
            var sets = command.ParameterSets.Select(set => (
                set.Key == ParameterAttribute.AllParameterSets ? ParameterInSet.All : set.Key,
                set.Value.Position == int.MinValue ? ParameterInSet.Named : set.Value.Position.ToString(System.Globalization.CultureInfo.InvariantCulture),
                set.Value.IsMandatory,
                set.Value.ValueFromPipeline,
                set.Value.ValueFromPipelineByPropertyName,
                set.Value.ValueFromRemainingArguments));
            Assert.Equal(
                sets.Order(),
                page.ParameterSets.Select(set => (set.Name, set.Position, set.IsRequired, set.ValueFromPipeline, set.ValueFromPipelineByPropertyName, set.ValueFromRemainingArguments)).Order());
        }
    }

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void The_syntax_is_what_Get_Command_shows(string name)
    {
        var sets = pages.Cmdlet(name).ParameterSets.Select(set => new ParameterSetHelp(set.Name, set.IsDefault, $"{name} {set}")).ToList();
        if (Documents.AreWritten)
        {
            SyntaxSection.Write(Hosting.Checkout.In($"docs/en-US/{name}.md"), sets);
            return;
        }

        Assert.Equal(sets, pages.Page(name).ParameterSets);
    }

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Types_of_output_are_the_same_and_what_the_pipeline_takes_is_named(string name)
    {
        var cmdlet = pages.Cmdlet(name);
        var page = pages.Page(name);
        var taken = CommandPages.Own(cmdlet)
            .Where(parameter => parameter.ParameterSets.Values.Any(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))
            .Select(parameter => parameter.ParameterType.FullName!);

        Assert.Equal(cmdlet.OutputType.Select(type => type.Name), page.Outputs.Select(type => type.Name));
        Assert.Subset(page.Inputs.Select(type => type.Name).ToHashSet(), taken.ToHashSet());
    }

    /// <summary>What a parameter is when nobody gave it. EventSource's default is computed; the test below holds it.</summary>
    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Default_values_are_those_of_a_new_cmdlet(string name)
    {
        var type = pages.Cmdlet(name).ImplementingType;
        var cmdlet = Activator.CreateInstance(type);
        foreach (var (command, page) in Both(name).Where(both => both.Command.Name != "EventSource" && !Cmdlet.OptionalCommonParameters.Contains(both.Command.Name)))
        {
            var value = type.GetProperty(command.Name)!.GetValue(cmdlet) switch
            {
                SwitchParameter given => given.IsPresent.ToString(),
                null or Array { Length: 0 } or long.MaxValue => "",
                var other => other.ToString(),
            };
            Assert.Equal((command.Name, value), (command.Name, page.DefaultValue));
        }
    }

    [Fact]
    public void The_default_service_is_the_one_the_page_names()
    {
        var source = pages.Page("Get-DeadlineTrailEvent").Parameters.Single(parameter => parameter.Name == "EventSource").Facts.DefaultValue;
        pages.Module.Set("samples", Hosting.Checkout.In("docs/samples"));
        pages.Module.Set("source", source);

        var byDefault = pages.Module.Run("Get-DeadlineTrailEvent -Path $samples -Access Write | ForEach-Object EventId").WithoutErrors().Objects;

        Assert.NotEmpty(byDefault);
        Assert.Equal(pages.Module.Run("Get-DeadlineTrailEvent -Path $samples -Access Write -EventSource $source | ForEach-Object EventId").Objects, byDefault);
    }

    [Theory]
    [InlineData("ActorKind")]
    [InlineData("EventClass")]
    [InlineData("Access")]
    public void What_completion_offers_is_on_the_page(string parameter)
    {
        var page = pages.Page("Get-DeadlineTrailEvent").Parameters.Single(each => each.Name == parameter);
        var text = string.Join(' ', page.Description.OfType<Paragraph>().Select(paragraph => paragraph.Text));

        var offered = pages.Module.Complete($"Get-DeadlineTrailEvent -{parameter} ").Select(match => match.ListItemText).ToList();

        Assert.NotEmpty(offered);
        Assert.All(offered, value => Assert.True(page.Facts.AcceptedValues.Contains(value) || text.Contains(value, StringComparison.Ordinal), value));
    }

    private List<(ParameterMetadata Command, ParameterFacts Page)> Both(string name)
    {
        var facts = pages.Page(name).Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Facts);
        return [.. CommandPages.Own(pages.Cmdlet(name)).Select(parameter => (parameter, facts[parameter.Name]))];
    }

    // As platyPS writes types: the full name, a generic one without the assemblies of what it is made of.
    private static string TypeOf(Type type) => type.IsGenericType
        ? $"{type.GetGenericTypeDefinition().FullName}[{string.Join(',', type.GenericTypeArguments.Select(argument => argument.FullName))}]"
        : type.FullName!;

    // The module's own validation keeps completion free for tooltips; like ValidateSet, it has the list of values.
    private static IEnumerable<string> AcceptedValues(ParameterMetadata parameter) => parameter.Attributes
        .Select(attribute => attribute is ValidateSetAttribute set ? set.ValidValues
            : attribute is ValidateEnumeratedArgumentsAttribute ? attribute.GetType().GetProperty("Values")?.GetValue(attribute) as IEnumerable<string> : null)
        .FirstOrDefault(values => values is not null) ?? [];
}
