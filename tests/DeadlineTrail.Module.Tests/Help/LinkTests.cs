using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>Documents lead where they say.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> All() => [.. Documents.All.Select(Documents.Relative)];

    [Theory]
    [MemberData(nameof(All))]
    public void Links_lead_to_files_of_the_checkout_or_out_of_it_in_safety(string document)
    {
        var path = Hosting.Checkout.In(document);
        foreach (var link in Markdown.Parse(File.ReadAllText(path)).Descendants<LinkInline>().Select(link => link.Url!))
        {
            if (link.Contains("://", StringComparison.Ordinal))
            {
                Assert.StartsWith("https://", link, StringComparison.Ordinal);
                continue;
            }

            var target = Path.Combine(Path.GetDirectoryName(path)!, link.Split('#')[0]);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{document} leads to {link}, where there is nothing.");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_called_JSON_is_JSON(string document)
    {
        foreach (var block in Markdown.Parse(File.ReadAllText(Hosting.Checkout.In(document))).Descendants<FencedCodeBlock>().Where(block => block.Info == "json"))
        {
            JsonDocument.Parse(block.Lines.ToString()).Dispose();
        }
    }
}
