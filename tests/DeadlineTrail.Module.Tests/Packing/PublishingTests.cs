using System;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Package;
using DeadlineTrail.Package.Contents;
using DeadlineTrail.Package.Restored;
using Xunit;

namespace DeadlineTrail.Module.Tests.Packing;

/// <summary>What is checked before something is given away for good.</summary>
public class PublishingTests
{
    [Fact]
    public void A_package_as_it_was_sealed_may_be_published()
    {
        using var package = new PackedModule();

        Publishing.Check(package.Folder);
    }

    [Fact]
    public void One_that_does_not_say_where_the_project_is_may_not()
    {
        using var package = PackedModule.Open();
        PackageFolder.Seal(Checkout.Root, package.Folder, mustBeSigned: false);

        Assert.Contains("-ProjectUri", Assert.Throws<PackageException>(() => Publishing.Check(package.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_sealed_may_not()
    {
        using var package = PackedModule.Open(new Uri("https://project.example"));

        Assert.Contains("There is no package", Assert.Throws<PackageException>(() => Publishing.Check(package.Folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md", "changed")]
    [InlineData("bin/Core/added.dll", "added")]
    [InlineData("LICENSE", null)]
    public void One_of_which_a_file_was_changed_added_or_taken_away_may_not(string file, string? text)
    {
        using var package = new PackedModule();
        if (text is null)
        {
            File.Delete(package[file]);
        }
        else
        {
            File.WriteAllText(package[file], text);
        }

        Assert.Contains(file, Assert.Throws<PackageException>(() => Publishing.Check(package.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_projects_address_must_be_one()
    {
        var error = new StringWriter();

        Assert.Equal(1, Program.Run(["lay-out", Checkout.Root, Path.GetTempPath(), "http://somewhere"], TextWriter.Null, error));
        Assert.Contains("https://", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It's one line")]
    [InlineData("Two lines,\n## and a 'quotation'")]
    [InlineData("Typographic \u2018quotation\u2019 marks, which PowerShell takes for its own")]
    [InlineData("$(Remove-Item everything) `\" @' '@")]
    public void Release_notes_come_out_of_the_manifest_as_they_went_in(string notes)
    {
        var manifest = PublishedManifest.Of("@{\n    # Packing writes here\n}", notes, projectUri: null);

        var table = (HashtableAst)Parser.ParseInput(manifest, out _, out var errors).Find(part => part is HashtableAst, searchNestedScriptBlocks: false);
        Assert.Empty(errors);
        Assert.Equal("ReleaseNotes", table.KeyValuePairs.Single().Item1.ToString());
        Assert.Equal(notes, table.KeyValuePairs.Single().Item2.Find(part => part is StringConstantExpressionAst, false) is StringConstantExpressionAst text ? text.Value : null);
    }

    [Theory]
    [InlineData("plain", 0)]
    [InlineData("na\u00efve", 3)]
    public void A_manifest_that_is_not_plain_ASCII_has_a_byte_order_mark(string text, int mark) =>
        Assert.Equal(mark, PublishedManifest.EncodingFor(text).GetPreamble().Length);

    [Fact]
    public void A_released_version_has_its_own_section_of_the_changelog()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "# Changelog\n\n## [Unreleased]\n\nNext.\n\n## [0.2.0] - 2027-01-01\n\nSecond.\n\n## [0.1.0] - 2026-12-01\n\nFirst.\n");

            Assert.Equal("Second.", ChangelogSection.Of(file, "0.2.0"));
            Assert.Equal("First.", ChangelogSection.Of(file, "0.1.0"));
            Assert.Equal("Next.", ChangelogSection.Of(file, "0.3.0"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(null, "Some licence nobody has read")]
    [InlineData(null, null)]
    [InlineData("GPL-3.0-only", null)]
    public void A_package_whose_licence_is_not_known_is_not_shipped(string? expression, string? text) =>
        Assert.Contains("Some.Package", Assert.Throws<PackageException>(() => Licence.Of("Some.Package", expression, "Copyright (c) somebody", text)).Message, StringComparison.Ordinal);
}
