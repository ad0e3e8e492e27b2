using System;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Package;
using DeadlineTrail.Package.Contents;
using DeadlineTrail.Package.Signing;
using Xunit;

namespace DeadlineTrail.Module.Tests.Packing;

/// <summary>All of our files are signed, or none.</summary>
public sealed class SigningTests : IDisposable
{
    private readonly PackedModule _package = PackedModule.Open(new Uri("https://project.example"));

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_package_without_signatures_is_sealed_and_says_so() =>
        Assert.Equal(["Not signed."], PackageFolder.Seal(Checkout.Root, _package.Folder, mustBeSigned: false));

    [Fact]
    public void It_is_not_sealed_where_a_signature_was_to_be() =>
        Assert.Contains("bin/Core/DeadlineTrail.dll", Assert.Throws<PackageException>(() => PackageFolder.Seal(Checkout.Root, _package.Folder, mustBeSigned: true)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("DeadlineTrail.psd1")]
    [InlineData("bin/formats/DeadlineTrail.Format.ps1xml")]
    [InlineData("bin/Desktop/dependencies/DeadlineTrail.Aws.dll")]
    public void One_signed_file_among_unsigned_ones_is_refused_by_the_names_of_the_others(string marked)
    {
        Mark(marked);

        var refusal = Assert.Throws<PackageException>(() => PackageFolder.Seal(Checkout.Root, _package.Folder, mustBeSigned: false));

        Assert.DoesNotContain(marked, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("bin/Core/DeadlineTrail.Core.dll", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_package["SHA256SUMS"]));
    }

    [Fact]
    public void One_unsigned_file_among_signed_ones_is_refused_by_its_name()
    {
        foreach (var file in PackageContents.Signable.Where(file => file != "bin/Core/DeadlineTrail.dll"))
        {
            Mark(file);
        }

        var refusal = Assert.Throws<PackageException>(() => PackageFolder.Seal(Checkout.Root, _package.Folder, mustBeSigned: false));

        Assert.Equal("Not all is signed. These files are not: bin/Core/DeadlineTrail.dll.", refusal.Message);
    }

    [Fact]
    public void A_signed_package_is_sealed()
    {
        foreach (var file in PackageContents.Signable)
        {
            Mark(file);
        }

        Assert.Equal([$"All {PackageContents.Signable.Count} files of our own are signed."], PackageFolder.Seal(Checkout.Root, _package.Folder, mustBeSigned: true));
    }

    [Fact]
    public void What_is_ours_to_sign_is_every_file_of_ours_that_is_loaded_and_nobody_elses() =>
        Assert.Equal(
            Directory.GetFiles(_package.Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_package.Folder, path).Replace('\\', '/'))
                .Where(file => file.EndsWith(".psd1", StringComparison.Ordinal) || file.EndsWith(".ps1xml", StringComparison.Ordinal) || (file.EndsWith(".dll", StringComparison.Ordinal) && Path.GetFileName(file).StartsWith("DeadlineTrail", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
            PackageContents.Signable.Order(StringComparer.Ordinal));

    [Fact]
    public void Files_of_others_without_a_signature_are_listed()
    {
        const string Theirs = "bin/Desktop/dependencies/System.Memory.dll";
        Assert.Empty(SignatureReport.Of(_package.Folder).ThirdPartyUnsigned);

        SetCertificateSize(Theirs, 0);

        Assert.Equal(["Not signed.", "Unsigned, by others: " + Theirs], SignatureReport.Of(_package.Folder).Lines);
    }

    // As far as can be seen without checking it, a signature is a block at the end of a text and an entry in an image's header.
    private void Mark(string file)
    {
        if (Path.GetExtension(file) == ".dll")
        {
            SetCertificateSize(file, 8);
        }
        else
        {
            File.AppendAllText(_package[file], "\n# SIG # Begin signature block\n# MIIFxQ\n# SIG # End signature block\n");
        }
    }

    private void SetCertificateSize(string file, int size)
    {
        var bytes = File.ReadAllBytes(_package[file]);
        var headers = new PEHeaders(new MemoryStream(bytes));

        // The data directories are 96 bytes into the optional header of an image for 32 bits, 112 for 64; this is the fifth.
        var directory = headers.PEHeaderStartOffset + (headers.PEHeader!.Magic == PEMagic.PE32 ? 96 : 112) + (4 * 8);
        BitConverter.GetBytes(size).CopyTo(bytes, directory + 4);
        File.WriteAllBytes(_package[file], bytes);
    }
}
