using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Package.Contents;

namespace DeadlineTrail.Package.Signing;

/// <summary>Which files of a package carry a signature.</summary>
internal sealed record SignatureReport
{
    /// <summary>Our files with a signature.</summary>
    public required IReadOnlyList<string> Signed { get; init; }

    /// <summary>Our files without one.</summary>
    public required IReadOnlyList<string> Unsigned { get; init; }

    /// <summary>Other people's files without one: they are not ours to sign, and a host that demands signatures refuses them.</summary>
    public required IReadOnlyList<string> ThirdPartyUnsigned { get; init; }

    /// <summary>A sentence on ours, and a line for each unsigned file of others.</summary>
    public IReadOnlyList<string> Lines =>
    [
        Signed.Count > 0 ? $"All {Signed.Count} files of our own are signed." : "Not signed.",
        .. ThirdPartyUnsigned.Select(file => $"Unsigned, by others: {file}"),
    ];

    internal static SignatureReport Of(string folder)
    {
        bool IsSigned(string file) => AuthenticodeMark.IsOn(Path.Combine(folder, file));
        var own = PackageContents.Signable.ToLookup(IsSigned);
        return new SignatureReport
        {
            Signed = [.. own[true]],
            Unsigned = [.. own[false]],
            ThirdPartyUnsigned = [.. PackageContents.ThirdParty.Where(file => !IsSigned(file))],
        };
    }

    /// <summary>A half-signed module works where nobody looks and breaks where somebody does: all of it is signed, or nothing.</summary>
    /// <param name="mustBeSigned">Whether none is too few as well.</param>
    /// <exception cref="PackageException">It is half signed, or not at all and must be.</exception>
    internal void RefuseHalf(bool mustBeSigned = false)
    {
        if (Unsigned.Count > 0 && (Signed.Count > 0 || mustBeSigned))
        {
            throw new PackageException($"Not all is signed. These files are not: {string.Join(", ", Unsigned)}.");
        }
    }
}
