using System;
using System.IO;
using System.Reflection.PortableExecutable;
using System.Text;

namespace DeadlineTrail.Package.Signing;

/// <summary>Whether a file carries an Authenticode signature. Whether that is good only Windows can say.</summary>
internal static class AuthenticodeMark
{
    // As Set-AuthenticodeSignature writes it, behind # in scripts and in <!-- --> in XML.
    private const string Block = "SIG # Begin signature block";

    internal static bool IsOn(string path) => Path.GetExtension(path) == ".dll" ? IsOnImage(path) : File.ReadAllText(path, Encoding.UTF8).Contains(Block, StringComparison.Ordinal);

    // "Certificate Table: The attribute certificate table address and size." The signature of an image is an entry of it.
    // https://learn.microsoft.com/windows/win32/debug/pe-format#optional-header-data-directories-image-only
    private static bool IsOnImage(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        return image.PEHeaders.PEHeader?.CertificateTableDirectory.Size > 0;
    }
}
