using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Testing.Model;

/// <summary>
/// The 128 operations, read from <c>operations.json</c>, which names its own source and licence. The product has a
/// catalogue too; this one is separate, so that neither can agree with its own mistakes.
/// </summary>
internal static class Operations
{
    public static IReadOnlyList<Operation> All { get; } = Load();

    private static readonly Dictionary<string, Operation> ByName = All.ToDictionary(o => o.Name);

    public static Operation Named(string name) => ByName[name];

    private static Operation[] Load()
    {
        using Stream stream = typeof(Operations).Assembly.GetManifestResourceStream("operations.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("operations").EnumerateArray().Select(Operation.Read)];
    }
}
