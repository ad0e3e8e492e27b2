using System;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Package.Restored;

/// <summary>What a package may be used under.</summary>
/// <param name="Id">The identifier in the SPDX licence list, https://spdx.org/licenses/.</param>
/// <param name="Text">The package's own copy, or the standard text where it has none.</param>
internal sealed record Licence(string Id, string Text)
{
    // Titles with which the package's own copies begin, of packages so old that their nuspec has no identifier.
    private static readonly (string Title, string Id)[] _titles = [("The MIT License (MIT)", "MIT")];

    /// <exception cref="PackageException">It cannot be told: somebody has to look, and decide whether it may be shipped.</exception>
    internal static Licence Of(string package, string? expression, string? copyright, string? ownText)
    {
        var id = expression ?? _titles.FirstOrDefault(title => ownText?.StartsWith(title.Title, StringComparison.Ordinal) == true).Id;
        return id is null
            ? throw new PackageException($"{package} names no licence, and the text it carries is not known.")
            : new Licence(id, ownText ?? Standard(package, id, copyright));
    }

    private static string Standard(string package, string id, string? copyright)
    {
        using var resource = typeof(Licence).Assembly.GetManifestResourceStream(id)
            ?? throw new PackageException($"{package} is under {id} without its text: put the standard text into Licences/{id}.txt.");
        using var reader = new StreamReader(resource);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n").Trim('\n');

        // "The above copyright notice" of MIT is a line of its own; that of Apache-2.0 is not part of the text.
        return id == "MIT" ? $"{copyright ?? throw new PackageException($"{package} is under MIT without a copyright notice.")}\n\n{text}" : text;
    }
}
