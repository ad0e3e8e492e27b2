using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DeadlineTrail.Help.About;
using DeadlineTrail.Help.Maml;
using DeadlineTrail.Help.Model;
using DeadlineTrail.Help.Pages;

namespace DeadlineTrail.Help;

/// <summary>The folder <c>en-US</c> beside the manifest: one file for all cmdlets of an assembly, one for each about page.</summary>
internal static class HelpFolder
{
    private const string AboutPrefix = "about_";
    private const string AboutSuffix = ".help.txt";

    // Windows PowerShell reads a file without a byte order mark in the code page of the machine.
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Makes the help files of all pages in a folder and takes away those that no page is left for.</summary>
    /// <returns>The paths of the files, in order.</returns>
    /// <exception cref="PageException">A page is not in the form it must have.</exception>
    internal static IReadOnlyList<string> Make(string pages, string folder)
    {
        var commands = new List<CommandHelp>();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(pages, "*.md").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith(AboutPrefix, StringComparison.Ordinal))
            {
                files.Add(name + AboutSuffix, AboutText.Of(Page.Read(path)));
            }
            else
            {
                commands.Add(CommandPage.Read(path));
            }
        }

        foreach (var assembly in commands.GroupBy(command => command.HelpFile, StringComparer.Ordinal))
        {
            files.Add(assembly.Key, MamlDocument.Of(assembly));
        }

        Write(folder, files);
        return [.. files.Keys.Select(name => Path.Combine(folder, name))];
    }

    private static void Write(string folder, SortedDictionary<string, string> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var stale in Directory.GetFiles(folder).Where(path => !files.ContainsKey(Path.GetFileName(path))))
        {
            File.Delete(stale);
        }

        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text, Utf8WithMark);
        }
    }
}
