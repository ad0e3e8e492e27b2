using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using SharpFuzz;

namespace DeadlineTrail.Fuzzing.Running;

/// <summary>A copy of this program whose branches report themselves, and afl-fuzz to run it.</summary>
internal static class FuzzingRun
{
    private static readonly string[] Instrumented = ["DeadlineTrail.Core.dll", "DeadlineTrail.dll"];

    internal static int Start(FuzzTarget target, string? seconds)
    {
        var root = Path.Combine(Checkout.Root, "out", "fuzzing");
        var program = Instrument(Path.Combine(root, "bin", target.Name));
        var output = Path.Combine(root, target.Name);
        var seeds = WriteSeeds(target, Path.Combine(root, "seeds", target.Name));
        var dictionary = WriteWords(target, Path.Combine(root, "seeds", target.Name + ".dict"));

        // Run in this terminal, and stopped by its Ctrl+C.
        var start = new ProcessStartInfo("afl-fuzz");
        string[] arguments =
        [
            "-i", Directory.Exists(output) ? "-" : seeds, "-o", output, "-t", "20000", "-m", "none",
            .. seconds is null ? Array.Empty<string>() : ["-V", seconds],
            .. dictionary is null ? Array.Empty<string>() : ["-x", dictionary],
            "--", Environment.ProcessPath!, program, "run", target.Name,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var setting in new[] { "AFL_SKIP_BIN_CHECK", "AFL_SKIP_CPUFREQ", "AFL_NO_AFFINITY", "AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES" })
        {
            start.Environment[setting] = "1";
        }

        using var fuzzer = Process.Start(start)!;
        fuzzer.WaitForExit();
        return fuzzer.ExitCode;
    }

    private static string Instrument(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var path in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        foreach (var assembly in Instrumented)
        {
            // Done while it is enumerated.
            foreach (var _ in Fuzzer.Instrument(Path.Combine(folder, assembly), static _ => true, Options.Value))
            {
            }
        }

        return Path.Combine(folder, "DeadlineTrail.Fuzzing.dll");
    }

    private static string WriteSeeds(FuzzTarget target, string folder)
    {
        Directory.CreateDirectory(folder);
        var number = 0;
        foreach (var seed in target.Seeds.Concat(FoundInputs.Of(target.Name).Select(File.ReadAllBytes)))
        {
            File.WriteAllBytes(Path.Combine(folder, $"{number++:D4}"), seed);
        }

        return folder;
    }

    private static string? WriteWords(FuzzTarget target, string path)
    {
        var words = target.Words.Select(Quoted).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        File.WriteAllLines(path, words);
        return path;
    }

    private static string Quoted(string word)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in Encoding.UTF8.GetBytes(word))
        {
            quoted.Append(unit is (byte)'"' or (byte)'\\' or < 0x20 or > 0x7E ? $"\\x{unit:x2}" : ((char)unit).ToString());
        }

        return quoted.Append('"').ToString();
    }
}
