using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Help.Model;
using DeadlineTrail.Module.Tests.Hosting;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>What Get-Help shows is what the pages say and what Get-Command says.</summary>
public sealed class GetHelpTests(CommandPages pages) : IClassFixture<CommandPages>
{
    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Get_Help_has_the_synopsis_and_the_description_of_the_page(string name)
    {
        var help = pages.Help(name);
        var page = pages.Page(name);

        Assert.Equal(Paragraphs(page.Synopsis), [(string)help.Properties["Synopsis"].Value]);
        Assert.Equal(Paragraphs(page.Description), Texts(help, "description"));
    }

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Get_Help_has_every_parameter_as_Get_Command_has_it(string name)
    {
        var help = Items(Value(pages.Help(name), "parameters", "parameter")).ToDictionary(parameter => Text(parameter, "name"));
        var commands = CommandPages.Own(pages.Cmdlet(name)).ToList();

        Assert.Equal(commands.Select(parameter => parameter.Name).Order(), help.Keys.Order());
        foreach (var command in commands)
        {
            var sets = command.ParameterSets.Values.ToList();
            var shown = help[command.Name];
            var ways = (string[])[.. sets.Exists(set => set.ValueFromPipeline) ? ["ByValue"] : (string[])[], .. sets.Exists(set => set.ValueFromPipelineByPropertyName) ? ["ByPropertyName"] : (string[])[]];
            Assert.Equal(
                (command.Name,
                    sets.Exists(set => set.IsMandatory),
                    sets.Max(set => set.Position) is >= 0 and var position ? $"{position}" : "Named",
                    ways.Length == 0 ? "False" : $"True ({string.Join(", ", ways)})",
                    command.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
                    command.Aliases.Count == 0 ? "none" : string.Join(", ", command.Aliases)),
                (Text(shown, "name"), bool.Parse(Text(shown, "required")), Text(shown, "position"), Text(shown, "pipelineInput"), bool.Parse(Text(shown, "globbing")), Text(shown, "aliases")));
            var page = pages.Page(name).Parameters.Single(parameter => parameter.Name == command.Name);
            Assert.Equal(Paragraphs(page.Description), Texts(shown, "description"));
            Assert.Equal(page.Facts.Type, Text((PSObject)shown.Properties["type"].Value, "name"));
            Assert.Equal(page.Facts.DefaultValue.Length == 0 ? "None" : page.Facts.DefaultValue, Text(shown, "defaultValue"));
        }
    }

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Get_Help_has_the_syntax_of_Get_Command(string name)
    {
        // What both print, whatever each breaks into lines.
        var shown = Words(pages.Module.Format($"(Get-Help -Name {name}).Syntax", width: 4000));

        Assert.Equal(pages.Cmdlet(name).ParameterSets.SelectMany(set => Words($"{name} {set}")), shown);
    }

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Get_Help_has_every_example_with_its_command_and_what_it_shows(string name)
    {
        var examples = Items(Value(pages.Help(name), "examples", "example")).ToList();
        var page = pages.Page(name).Examples;

        Assert.Equal(page.Select(example => $"--------- {example.Title} ---------"), examples.Select(example => Text(example, "title")));
        for (var at = 0; at < page.Count; at++)
        {
            var listings = page[at].Blocks.OfType<Listing>().ToList();
            Assert.Equal(listings[0].Text, Text(examples[at], "code"));
            var remarks = Lines(string.Join('\n', Texts(examples[at], "remarks")));
            Assert.All(listings.Skip(1), listing => Assert.Contains(Lines(listing.Text), remarks, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Examples_stand_apart(string name)
    {
        var lines = pages.Module.Format($"Get-Help {name} -Examples", width: 120).Split('\n').Select(line => line.Trim()).ToList();
        var titles = Enumerable.Range(0, lines.Count).Where(at => lines[at].StartsWith("--------- Example", StringComparison.Ordinal)).ToList();

        Assert.Equal(pages.Page(name).Examples.Count, titles.Count);
        Assert.All(titles, at => Assert.Empty(lines[at - 1]));
    }

    [Theory]
    [InlineData("Get-Help Get-DeadlineTrailEvent -Parameter Last", "-Last <timespan>")]
    [InlineData("Get-Help Get-DeadlineTrailEvent -Examples", "Who deleted the queue?")]
    [InlineData("Get-Help Get-DeadlineTrailEvent -Full", "CommonParameters")]
    [InlineData("Get-Help Get-DeadlineTrailAction", "RELATED LINKS")]
    [InlineData("Get-Help about_DeadlineTrail", "SHORT DESCRIPTION")]
    public void What_people_type_shows_help_at_the_prompt(string command, string shown) =>
        Assert.Contains(shown, pages.Module.Format(command, width: 80), StringComparison.Ordinal);

    [Fact]
    public void Every_about_page_is_found_by_its_name_and_by_its_synopsis()
    {
        foreach (var path in Documents.AboutPages)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var page = DeadlineTrail.Help.Pages.Page.Read(path);
            pages.Module.Set("name", name);

            var help = pages.Module.Run("Get-Help -Name $name").WithoutErrors().Output.Single();

            Assert.Equal(name, Text(help, "Name"));
            
            // PowerShell takes one line of it.
            Assert.Equal(Paragraphs(page.Title["Short description"].Text).Single(), Text(help, "Synopsis").Trim());
        }
    }

    [Fact]
    public void An_about_page_is_80_columns_wide_except_for_examples_and_long_words()
    {
        foreach (var path in Documents.AboutPages)
        {
            var bytes = File.ReadAllBytes(Checkout.In($"en-US/{Path.GetFileNameWithoutExtension(path)}.help.txt"));
            var lines = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3)).Split('\n');

            Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
            Assert.All(
                lines.Where(line => !line.StartsWith("        ", StringComparison.Ordinal) && line.Trim().Contains(' ', StringComparison.Ordinal)),
                line => Assert.True(line.Length <= 80, line));
        }
    }

    private static IEnumerable<string> Paragraphs(IEnumerable<HelpBlock> blocks) => blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        ItemList list => list.Items.Select(item => $"{item.Mark} {item.Text}"),
        _ => Enumerable.Empty<string>(),
    });

    private static IEnumerable<string> Texts(PSObject from, string property) =>
        Items(from.Properties[property]?.Value).Select(paragraph => Text(paragraph, "Text").TrimEnd('\n', '\r'));

    private static string Text(PSObject from, string property) => from.Properties[property]?.Value?.ToString() ?? "";

    private static object? Value(PSObject from, string property, string inner) => (from.Properties[property].Value as PSObject)?.Properties[inner]?.Value;

    private static IEnumerable<PSObject> Items(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        IEnumerable list and not string => list.Cast<object>().Select(PSObject.AsPSObject),
        null => [],
        _ => [PSObject.AsPSObject(value!)],
    };

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
