using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Catalogue;

/// <summary><c>dotnet run --project src/DeadlineTrail.Catalogue -- service-2.json [--check] [--since yyyy-MM-dd] [--catalogue operations.json]</c></summary>
internal static class Program
{
    private const int Done = 0, WouldChange = 1, Failed = 2;

    private const string Usage =
        """
        Merges a service model of AWS Deadline Cloud into the catalogue of operations.

          dotnet run --project src/DeadlineTrail.Catalogue -- <service-2.json> [options]

          --check              write nothing; exit code 1 if the catalogue would change
          --since yyyy-MM-dd   the day the model was published, for operations that are new in it
          --catalogue <path>   the catalogue, when not the one of the repository around the current folder
        """;

    private static int Main(string[] arguments) => Run(arguments, Directory.GetCurrentDirectory(), Console.Out, Console.Error);

    internal static int Run(string[] arguments, string currentFolder, TextWriter output, TextWriter error)
    {
        string? modelPath = null, cataloguePath = null, since = null;
        bool check = false;
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--check": check = true; break;
                case "--since" when i + 1 < arguments.Length: since = arguments[++i]; break;
                case "--catalogue" when i + 1 < arguments.Length: cataloguePath = arguments[++i]; break;
                case string path when modelPath is null && !path.StartsWith("--", StringComparison.Ordinal): modelPath = path; break;
                default: error.WriteLine($"'{arguments[i]}' is not understood.\n{Usage}"); return Failed;
            }
        }

        if (modelPath is null)
        {
            error.WriteLine(Usage);
            return Failed;
        }

        if (since is not null && !DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            error.WriteLine($"'{since}' is not a day. Write it as yyyy-MM-dd.");
            return Failed;
        }

        try
        {
            cataloguePath ??= FindCatalogue(currentFolder);
            return Merge(modelPath, cataloguePath, since, check, output);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            error.WriteLine(exception.Message);
            return Failed;
        }
    }

    private static int Merge(string modelPath, string cataloguePath, string? since, bool check, TextWriter output)
    {
        byte[] before = File.ReadAllBytes(cataloguePath);
        MergeResult result = CatalogueMerge.Merge(OperationCatalogueReader.Read(before), ServiceModel.Read(File.ReadAllBytes(modelPath)), since);
        byte[] after = CatalogueWriter.Write(result.Catalogue);

        result.Describe(output);
        if (before.AsSpan().SequenceEqual(after))
        {
            output.WriteLine($"{cataloguePath} is what this model gives.");
            return Done;
        }

        if (check)
        {
            output.WriteLine($"{cataloguePath} would change.");
            return WouldChange;
        }

        File.WriteAllBytes(cataloguePath, after);
        output.WriteLine($"{cataloguePath} is written.");
        return Done;
    }

    private static string FindCatalogue(string currentFolder)
    {
        for (DirectoryInfo? folder = new(currentFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DeadlineTrail.slnx")))
            {
                return Path.Combine(folder.FullName, "src", "DeadlineTrail.Core", "Deadline", "Catalogue", "operations.json");
            }
        }

        throw new FileNotFoundException($"'{currentFolder}' lies in no checkout of the repository. Give the catalogue with --catalogue.");
    }
}
