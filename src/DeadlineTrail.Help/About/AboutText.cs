using System.Collections.Generic;
using System.Linq;
using System.Text;
using DeadlineTrail.Help.Model;
using DeadlineTrail.Help.Pages;

namespace DeadlineTrail.Help.About;

/// <summary>
/// An about page as text: <c>Get-Help about_X</c> shows the file as it is, in whatever window. Its first lines are where
/// Get-Help finds the topic's name and its short description.
/// </summary>
internal static class AboutText
{
    // https://learn.microsoft.com/powershell/scripting/developer/help/writing-help-for-windows-powershell-modules: "TOPIC"
    // and "SHORT DESCRIPTION" lead an about topic.
    private const int Width = 80;
    private const int Margin = 4;

    internal static string Of(Page page)
    {
        var text = new StringBuilder();
        text.Append("TOPIC\n").Append(' ', Margin).Append(page.Title.Title).Append("\n\n");
        Append(text, page.Title.Blocks.Count == 0 ? [] : page.Title.Text, Margin);
        foreach (var section in page.Title.Sections)
        {
            Append(text, section);
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void Append(StringBuilder text, Section section)
    {
        // A heading stands at the margin of what is above it, and a deeper one a little to the right.
        var indent = section.Level == 2 ? 0 : Margin / 2;
        text.Append(' ', indent).Append(section.Level == 2 ? section.Title.ToUpperInvariant() : section.Title).Append('\n');
        Append(text, section.Text, Margin);
        foreach (var inner in section.Sections)
        {
            Append(text, inner);
        }
    }

    private static void Append(StringBuilder text, IEnumerable<HelpBlock> blocks, int margin)
    {
        foreach (var line in blocks.SelectMany(block => Lines(block, Width - margin).Append("")))
        {
            text.Append(line.Length == 0 ? "" : new string(' ', margin)).Append(line).Append('\n');
        }
    }

    private static IEnumerable<string> Lines(HelpBlock block, int width) => block switch
    {
        Paragraph paragraph => Wrapping.Lines(paragraph.Text, width),
        ItemList list => list.Items.SelectMany(item => Wrapping.Hanging(item.Mark + " ", item.Text, width)),
        Listing listing => listing.Text.Split('\n').Select(line => line.Length == 0 ? "" : new string(' ', Margin) + line),
        Grid grid => GridText.Lines(grid, width),
        _ => [],
    };
}
