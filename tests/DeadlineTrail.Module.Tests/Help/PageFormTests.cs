using System;
using System.IO;
using System.Text;
using DeadlineTrail.Module.Tests.Hosting;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>platyPS, run on the pages, has nothing to change in them; so what it changes is what a cmdlet changed.</summary>
[Collection(Documents.Collection)]
public sealed class PageFormTests(CommandPages pages) : IClassFixture<CommandPages>
{
    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void A_page_is_what_platyPS_would_write(string name)
    {
        var path = Checkout.In($"docs/en-US/{name}.md");
        var text = File.ReadAllText(path);

        var form = new PageForm(pages.Page(name), pages.Cmdlet(name)).Of(text);

        if (Documents.AreWritten)
        {
            File.WriteAllText(path, form, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.Equal(form, text.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void Examples_are_counted(string name) =>
        Assert.All(pages.Page(name).Examples, (example, at) => Assert.StartsWith($"Example {at + 1}: ", example.Title, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(CommandPages.Names), MemberType = typeof(CommandPages))]
    public void A_page_has_no_byte_order_mark(string name) =>
        Assert.Equal((byte)'-', File.ReadAllBytes(Checkout.In($"docs/en-US/{name}.md"))[0]);
}
