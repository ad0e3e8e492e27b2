using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DeadlineTrail.Help.Model;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DeadlineTrail.Help.Pages;

/// <summary>Takes the mark-up out of Markdown: Get-Help shows text.</summary>
internal static class PlainText
{
    /// <exception cref="PageException">The block is of a kind that text has no form for.</exception>
    internal static HelpBlock Of(string path, Block block) => block switch
    {
        ParagraphBlock paragraph => new Paragraph(Of(paragraph.Inline)),
        FencedCodeBlock fenced => new Listing(fenced.Info ?? "", Lines(fenced)),
        CodeBlock indented => new Listing("", Lines(indented)),
        ListBlock list => Of(path, list),
        Table table => new Grid([.. table.Cast<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.Cast<TableCell>().Select(cell => Cell(path, cell))])]),
        _ => throw new PageException(path, block.Line + 1, $"Help has no form for this ({block.GetType().Name}). Use paragraphs, lists, tables and fenced blocks."),
    };

    /// <summary>The text of a line or a paragraph, on one line; of a link, what it is called.</summary>
    internal static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        if (inlines is not null)
        {
            AppendAll(inlines, text);
        }

        return text.ToString().Trim();
    }

    private static void Append(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline address:
                text.Append(address.Url);
                break;
            case LinkInline link:
                AppendAll(link, text);
                if (IsAbsolute(link.Url))
                {
                    text.Append(" (").Append(link.Url).Append(')');
                }

                break;
            case ContainerInline container:
                AppendAll(container, text);
                break;
            default:
                text.Append(inline);
                break;
        }
    }

    /// <summary>Whether an address leads out of this help.</summary>
    internal static bool IsAbsolute(string? address) => address?.Contains("://", StringComparison.Ordinal) == true;

    private static void AppendAll(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            Append(inline, text);
        }
    }

    private static ItemList Of(string path, ListBlock list)
    {
        var number = list.IsOrdered ? int.Parse(list.OrderedStart ?? "1", CultureInfo.InvariantCulture) : 0;
        return new ItemList([.. list.Cast<ListItemBlock>().Select(item => new ListedItem(
            list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}.") : "-",
            item is [ParagraphBlock only] ? Of(only.Inline) : throw new PageException(path, item.Line + 1, "An item of a list is one paragraph.")))]);
    }

    private static string Cell(string path, TableCell cell) => cell switch
    {
        [] => "",
        [ParagraphBlock only] => Of(only.Inline),
        _ => throw new PageException(path, cell.Line + 1, "A cell of a table is one paragraph."),
    };

    private static string Lines(CodeBlock block) => block.Lines.ToString().ReplaceLineEndings("\n").TrimEnd();
}
