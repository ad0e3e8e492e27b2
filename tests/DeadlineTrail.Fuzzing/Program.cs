using System;
using System.IO;
using System.Linq;
using DeadlineTrail.Fuzzing.Running;
using SharpFuzz;

namespace DeadlineTrail.Fuzzing;

/// <summary>The program that the fuzzer runs, and the command that runs the fuzzer.</summary>
internal static class Program
{
    private const string Usage = """
        list                      the targets
        fuzz <target> [seconds]   fuzzes a target with afl-fuzz; goes on where it was stopped
        replay <target> <file>..  runs a target on files, such as those in out/fuzzing/<target>/default/crashes
        run <target>              what afl-fuzz starts
        """;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["list"]:
                foreach (var target in FuzzTargets.All)
                {
                    Console.Out.WriteLine($"{target.Name,-12} {target.About}");
                }

                return 0;
            case ["fuzz", var name, ..]:
                return FuzzingRun.Start(FuzzTargets.Get(name), arguments.Length > 2 ? arguments[2] : null);
            case ["replay", var name, ..]:
                return Replay(FuzzTargets.Get(name), arguments.Skip(2).ToArray());
            case ["run", var name]:
                Run(name);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static void Run(string name)
    {
        FuzzTarget? target = null;
        var guard = new GrowthGuard();
        using var input = new MemoryStream();
        Fuzzer.Run(stream =>
        {
            // Not earlier: what reports its branches has nobody yet to report them to.
            target ??= FuzzTargets.Get(name);
            input.SetLength(0);
            stream.CopyTo(input);
            guard.Run(target, input.ToArray());
        });
    }

    private static int Replay(FuzzTarget target, string[] paths)
    {
        var failed = 0;
        foreach (var path in paths)
        {
            try
            {
                new GrowthGuard().Run(target, File.ReadAllBytes(path));
                Console.Out.WriteLine($"{path}: nothing wrong");
            }
            catch (Exception failure)
            {
                failed++;
                Console.Out.WriteLine($"{path}: {failure}");
            }
        }

        return failed == 0 ? 0 : 1;
    }
}
