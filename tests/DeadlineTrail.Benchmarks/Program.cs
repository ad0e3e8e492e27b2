using System;
using System.Globalization;
using System.Runtime.Loader;
using DeadlineTrail.Benchmarks.Measuring;

namespace DeadlineTrail.Benchmarks;

/// <summary>One command that measures, and the same program again as the processes it measures in.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        // No copy of Core lies here: the reader that is measured is the module's own file, as the cmdlet's is.
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == "DeadlineTrail.Core" ? context.LoadFromAssemblyPath(Checkout.Core) : null;
        try
        {
            return Start(arguments);
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            Console.Error.WriteLine();
            Console.Error.WriteLine(BenchmarkOptions.Usage);
            return 2;
        }
    }

    private static int Start(string[] arguments)
    {
        switch (arguments)
        {
            case [Station.Argument]:
                using (var station = new Station())
                {
                    station.Serve(Console.In, Console.Out);
                }

                return 0;
            case [ImportTime.Argument, var manifest]:
                Console.Out.Write(ImportTime.InThisProcess(manifest).ToString(CultureInfo.InvariantCulture));
                return 0;
            case ["--help" or "-h" or "-?"]:
                Console.Out.WriteLine(BenchmarkOptions.Usage);
                return 0;
            default:
                new Benchmark(BenchmarkOptions.Parse(arguments), Console.Out, Console.Error.WriteLine).Run();
                return 0;
        }
    }
}
