using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Module.Tests.Hosting;

namespace DeadlineTrail.Module.Tests.Trails;

/// <summary>The events among a script's output. The tests do not know the type, so they ask as PowerShell does.</summary>
internal static class EventsOf
{
    public static IReadOnlyList<string> Ids(this ModuleRun run) => [.. run.Output.Select(each => (string)each.Value("EventId")!)];

    /// <summary>The minutes of events made by <see cref="HandWritten.Record"/>, in the order they came.</summary>
    public static IReadOnlyList<int> Minutes(this ModuleRun run) => [.. run.Ids().Select(id => int.Parse(id[^12..], CultureInfo.InvariantCulture))];

    public static object? Value(this PSObject instance, string property) => instance.Properties[property]?.Value;
}
