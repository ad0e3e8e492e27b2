using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using DeadlineTrail.Help.About;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Help.Maml;

/// <summary>Text as MAML has it: a row of paragraphs, which Get-Help wraps itself.</summary>
internal static class MamlText
{
    // Get-Help shows a table as it stands, and this much is left beside its margins in a window of 80 columns.
    private const int TableWidth = 72;

    internal static IEnumerable<XElement> Of(IEnumerable<HelpBlock> blocks) => Paragraphs(blocks).Select(Paragraph);

    internal static XElement Paragraph(string text) => new(Schema.Maml + "para", text);

    /// <summary>The text of each paragraph, item, listing and table.</summary>
    internal static IEnumerable<string> Paragraphs(IEnumerable<HelpBlock> blocks) => blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        ItemList list => list.Items.Select(item => item.Mark + " " + item.Text),
        Listing listing => [listing.Text],
        Grid grid => [string.Join('\n', GridText.Lines(grid, TableWidth))],
        _ => Enumerable.Empty<string>(),
    });
}
