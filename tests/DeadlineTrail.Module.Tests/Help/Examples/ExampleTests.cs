using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;
using Xunit.Sdk;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>Everything a document tells people to type works, and shows what the document says it shows.</summary>
/// <remarks>
/// After a change that is meant to change what is shown, with DEADLINETRAIL_WRITE_EXAMPLES=1 in the environment these tests
/// write it into the documents instead, for people to read before it is committed.
/// </remarks>
[Collection(Documents.Collection)]
public sealed class ExampleTests(ExampleStudio studio) : IClassFixture<ExampleStudio>
{
    private const int Width = 120;

    // Get-Help and the text of an about page indent what is shown by up to eight columns.
    private const int WidthInHelp = 112;

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var example in Documents.All.SelectMany(ExampleReader.Read))
        {
            data.Add(Documents.Relative(example.Document), example.Heading);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_example_shows_what_its_document_says(string document, string heading)
    {
        var path = Hosting.Checkout.In(document);
        var example = Assert.Single(ExampleReader.Read(path), example => example.Heading == heading);
        var width = document.StartsWith("docs/en-US/", StringComparison.Ordinal) ? WidthInHelp : Width;
        using var session = new ExampleSession(width, example.Steps.Any(step => step.NeedsAws) ? studio : null);
        var shown = new Dictionary<ExampleStep, IReadOnlyList<string>>();
        foreach (var step in example.Steps)
        {
            if (step.NeedsAws && step.Commands.Contains("-BookmarkPath", StringComparison.Ordinal) && !step.Commands.Contains("-Last", StringComparison.Ordinal))
            {
                session.BeginBookmarksEarlier();
            }

            var kept = session.Kept;
            var (text, errors) = session.Run(step);
            var lines = ShownText.Lines(text);
            if (step.NeedsAws)
            {
                // What is shown depends on the day, so a document shows little of it. But something must come.
                Assert.True(errors == 0, $"{document}, \"{heading}\":\n{text}");
                Assert.True(session.Kept > kept || lines.Any(line => line.Length > 0 && !line.StartsWith("WARNING: ", StringComparison.Ordinal)), $"{document}, \"{heading}\": nothing came of\n{step.Commands}\n{text}");
            }

            // Commands that collect errors in a variable are about them.
            if (errors > 0 && !step.Commands.Contains("-ErrorVariable", StringComparison.Ordinal) && !(step.Shown ?? []).Any(line => line.Contains("Get-DeadlineTrail", StringComparison.Ordinal) || line.Contains("ConvertFrom-", StringComparison.Ordinal)))
            {
                throw new XunitException($"{document}, \"{heading}\": an error the document does not show.\n{step.Commands}\n{text}");
            }

            if (step.Shown is not null && !ShownText.Matches(step.Shown, lines))
            {
                shown[step] = ShownText.InTheFormOf(step.Shown, lines);
            }
        }

        if (shown.Count > 0)
        {
            Differ(path, shown);
        }
    }

    [Fact]
    public void Every_cmdlet_has_at_least_three_examples_that_show_something()
    {
        Assert.All(Documents.CommandPages, page =>
            Assert.True(ExampleReader.Read(page).Count(example => example.Steps.Any(step => step.Shown is not null)) >= 3, page));
    }

    private static void Differ(string path, Dictionary<ExampleStep, IReadOnlyList<string>> shown)
    {
        if (!Documents.AreWritten)
        {
            throw new XunitException(string.Join("\n\n", shown.Select(each =>
                $"{path}({each.Key.ShownFrom}) says that\n\n{each.Key.Commands}\n\nshows\n\n{string.Join('\n', each.Key.Shown!)}\n\nbut it shows\n\n{string.Join('\n', each.Value)}"))
                + $"\n\nIf that is as it should be, run this test with {Documents.WriteVariable}=1.");
        }

        // Read anew: another example of the document may have been written meanwhile. From the last to the first, so
        // that the places of those before stay true.
        var lines = File.ReadAllLines(path).ToList();
        var now = ExampleReader.Read(path).SelectMany(example => example.Steps).ToList();
        foreach (var (step, text) in shown.Select(each => (now.Find(step => step.Commands == each.Key.Commands && step.Shown!.SequenceEqual(each.Key.Shown!))!, each.Value)).OrderByDescending(each => each.Item1.ShownFrom))
        {
            lines.RemoveRange(step.ShownFrom, step.Shown!.Count);
            lines.InsertRange(step.ShownFrom, text);
        }

        File.WriteAllText(path, string.Join('\n', lines) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
