using System;
using System.Globalization;
using System.Runtime.Loader;
using DeadlineTrail.Benchmarks.Measuring;
using DeadlineTrail.Benchmarks.Remote;

namespace DeadlineTrail.Benchmarks;

/// <summary>One command that measures, and the same program again as the processes it measures in.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        // No copy of Core lies here: the reader that is measured is the module's own file, as the cmdlet's is.
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == "DeadlineTrail.Core" ? context.LoadFromAssemblyPath(Checkout.Core) : null;
        switch (arguments)
        {
            case [Station.Argument]:
                using (var station = new Station())
                {
                    station.Serve(Console.In, Console.Out);
                }

                return 0;
            case [Memory.Argument, var contender, var corpus]:
                Console.Out.Write(Memory.PeakInThisProcess(contender, corpus));
                return 0;
            case [ReadingSide.Argument]:
                ReadingSide.Serve(Console.In, Console.Out);
                return 0;
            case ["--aws"]:
                new RemoteBenchmark(Console.Out, Console.Error.WriteLine).RunAsync().GetAwaiter().GetResult();
                return 0;
            case [ImportTime.Argument, var manifest]:
                Console.Out.Write(ImportTime.InThisProcess(manifest).ToString(CultureInfo.InvariantCulture));
                return 0;
            case ["--help" or "-h" or "-?"]:
                Console.Out.WriteLine(BenchmarkOptions.Usage);
                return 0;
            default:
                return Measure(arguments);
        }
    }

    private static int Measure(string[] arguments)
    {
        BenchmarkOptions options;
        try
        {
            options = BenchmarkOptions.Parse(arguments);
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine($"{wrong.Message}{Environment.NewLine}{Environment.NewLine}{BenchmarkOptions.Usage}");
            return 2;
        }

        new Benchmark(options, Console.Out, Console.Error.WriteLine).Run();
        return 0;
    }
}
