using System;
using System.IO;
using System.Linq;
using System.Text;
using DeadlineTrail.Help;
using DeadlineTrail.Help.About;
using DeadlineTrail.Help.Maml;
using DeadlineTrail.Help.Pages;
using DeadlineTrail.Module.Tests.Hosting;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>The tool that makes help of pages says what is wrong with a page, and leaves nothing stale behind.</summary>
public sealed class HelpToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("help-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("no title", "Get-X.md(1)", "begins with its title")]
    [InlineData("# Get-X", "Get-X.md(1)", "no front matter")]
    [InlineData("---\ntitle: Get-X\n---\n\n# Get-X", "Get-X.md(1)", "external help file")]
    [InlineData("---\ntitle: Get-X\nexternal help file: X.dll-Help.xml\nPlatyPS schema version: 2.0.0\n---\n\n# Get-X", "Get-X.md(1)", "schema \"2.0.0\"")]
    [InlineData("---\ntitle: Get-X\nexternal help file: X.dll-Help.xml\nPlatyPS schema version: 2024-05-01\n---\n\n# Get-Y", "Get-X.md(7)", "must be the cmdlet's name")]
    [InlineData("---\ntitle: Get-X\nexternal help file: X.dll-Help.xml\nPlatyPS schema version: 2024-05-01\n---\n\n# Get-X\n\n## DESCRIPTION", "Get-X.md(7)", "in this order: SYNOPSIS")]
    public void What_is_wrong_with_a_page_is_an_error_that_names_the_page_and_the_line(string page, string place, string reason)
    {
        File.WriteAllText(At("Get-X.md"), page);
        using var error = new StringWriter();

        var exitCode = Program.Run([_folder.FullName, At("out")], TextWriter.Null, error);

        Assert.Equal(1, exitCode);
        Assert.Contains($"{Path.DirectorySeparatorChar}{place}: error HELP: ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_that_platyPS_does_not_know_is_an_error_in_its_line()
    {
        var page = File.ReadAllLines(Checkout.In("docs/en-US/Get-DeadlineTrailAction.md"));
        var line = Array.IndexOf(page, "DontShow: false");
        page[line] = "Hidden: false";
        File.WriteAllLines(At("Get-DeadlineTrailAction.md"), page);

        var wrong = Assert.Throws<PageException>(() => CommandPage.Read(At("Get-DeadlineTrailAction.md")));

        Assert.Equal(line + 1, wrong.Line);
        Assert.Contains("Hidden", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_of_a_page_that_is_gone_is_taken_away()
    {
        var pages = Directory.CreateDirectory(At("pages")).FullName;
        File.WriteAllText(Path.Combine(pages, "about_A.md"), "# about_A\n\n## Short description\n\nA.\n");
        File.WriteAllText(Path.Combine(pages, "about_B.md"), "# about_B\n\n## Short description\n\nB.\n");
        HelpFolder.Make(pages, At("en-US"));
        File.Delete(Path.Combine(pages, "about_B.md"));

        HelpFolder.Make(pages, At("en-US"));

        Assert.Equal(["about_A.help.txt"], Directory.GetFiles(At("en-US")).Select(Path.GetFileName));
    }

    [Fact]
    public void The_help_beside_the_manifest_is_that_of_the_pages_as_they_are_now()
    {
        var made = HelpFolder.Make(Checkout.In("docs/en-US"), At("en-US"));

        Assert.Equal(made.Select(Path.GetFileName).Order(), Directory.GetFiles(Checkout.In("en-US")).Select(Path.GetFileName).Order());
        Assert.All(made, path => Assert.Equal(File.ReadAllText(path), File.ReadAllText(Checkout.In("en-US/" + Path.GetFileName(path)))));
    }

    [Fact]
    public void An_about_page_becomes_text_without_mark_up()
    {
        var text = AboutText.Of(Page.Parse("about_X.md", """
            # about_X

            ## Short description

            Short.

            ## A section

            Some **bold** and `code` and [a page](Get-X.md) and [a site](https://example.com/).

            - first item
            - second item that is
              on two lines

            ### Deeper

            | Name | Meaning |
            | --- | --- |
            | a | one |

            ```powershell
            Get-X |
                Get-Y
            ```
            """));

        Assert.Equal(
            """
            TOPIC
                about_X

            SHORT DESCRIPTION
                Short.

            A SECTION
                Some bold and code and a page and a site (https://example.com/).

                - first item
                - second item that is on two lines

              Deeper
                Name  Meaning
                ----  -------
                a     one

                    Get-X |
                        Get-Y

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one extraordinarily two", 8, "one|extraordinarily|two")]
    [InlineData("", 8, "")]
    public void Text_is_broken_between_words(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', Wrapping.Lines(text, width)));

    [Theory]
    [InlineData("System.String[]", "string[]")]
    [InlineData("System.Int64", "long")]
    [InlineData("System.Nullable`1[System.TimeSpan]", "timespan")]
    [InlineData("System.Nullable`1[System.DateTimeOffset]", "DateTimeOffset")]
    [InlineData("System.Collections.Hashtable", "hashtable")]
    [InlineData("DeadlineTrail.TrailEvent", "TrailEvent")]
    public void Types_are_named_as_PowerShell_names_them(string type, string shown) => Assert.Equal(shown, TypeName.Short(type));

    [Fact]
    public void Help_files_are_read_rightly_by_Windows_PowerShell_too()
    {
        // Without a mark it takes them for text in the machine's code page.
        Assert.All(Directory.GetFiles(Checkout.In("en-US")), path => Assert.Equal(Encoding.UTF8.GetPreamble(), File.ReadAllBytes(path)[..3]));
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
