using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DeadlineTrail.Package.Restored;

namespace DeadlineTrail.Package.Bill;

/// <summary>The notices and licences that must go along with other people's work. A text that several packages have stands once.</summary>
internal static class ThirdPartyNotices
{
    internal const string Name = "THIRD-PARTY-NOTICES.txt";

    private static readonly string _rule = new('-', 80);

    internal static void Write(string folder, IReadOnlyList<ShippedPackage> packages)
    {
        var text = new StringBuilder("DeadlineTrail contains work of others. Each part of it stays under its own licence.\n");
        foreach (var licence in packages.Select(shipped => shipped.Package).GroupBy(package => package.Licence.Text, StringComparer.Ordinal))
        {
            Begin(text);
            foreach (var package in licence)
            {
                text.Append(package.Name).Append(' ').Append(package.Version).Append(", by ").Append(package.Authors).Append(", ").Append(package.Licence.Id).Append('\n');
                AppendIndented(text, package.Copyright);
                AppendIndented(text, package.ProjectUrl);
            }

            text.Append('\n').Append(licence.Key).Append('\n');
        }

        foreach (var notices in packages.Select(shipped => shipped.Package).Where(package => package.Notices is not null).GroupBy(package => package.Notices!, StringComparer.Ordinal))
        {
            Begin(text);
            text.Append("What is said of the parts that others have in ").AppendJoin(", ", notices.Select(package => package.Name)).Append(":\n\n").Append(notices.Key).Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, Name), text.ToString());
    }

    private static void Begin(StringBuilder text) => text.Append('\n').Append(_rule).Append("\n\n");

    private static void AppendIndented(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append("    ").Append(line).Append('\n');
        }
    }
}
