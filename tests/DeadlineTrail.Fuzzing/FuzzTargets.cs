using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Fuzzing.Targets;

namespace DeadlineTrail.Fuzzing;

/// <summary>Every reader of what others wrote.</summary>
internal static class FuzzTargets
{
    internal static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new LogTarget(),
        new GzipTarget(),
        new RecordTarget(),
        new UserAgentTarget(),
        new IdentifierTarget(),
        new AddressTarget(),
        new TextTarget(),
        new SignInTarget(),
        new HistoryTarget(),
        new CatalogueTarget(),
        new BookmarkTarget(),
    ];

    internal static FuzzTarget Get(string name) => All.SingleOrDefault(target => target.Name == name)
        ?? throw new ArgumentException($"There is no target {name}; there are {string.Join(", ", All.Select(static target => target.Name))}.");
}
