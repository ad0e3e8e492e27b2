using System;
using System.Collections.Generic;

namespace DeadlineTrail.SignIns;

/// <summary>
/// Which name goes with which ID, as records say that have both. Old records have the name alone, grants the ID alone. Names
/// are compared without regard to case, as they are typed; one that goes with two IDs leads nowhere.
/// </summary>
internal sealed class NameIdPairs
{
    private readonly Dictionary<(string Account, string Name), string?> _ids = new(new InAnyCase());
    private readonly Dictionary<string, (long Ticks, string Name)> _names = new(StringComparer.OrdinalIgnoreCase);

    internal void Add(SignInRecord record)
    {
        if (record is not { UserId: { } id, UserName: { } name, Account: { } account })
        {
            return;
        }

        _ids[(account, name)] = _ids.TryGetValue((account, name), out var known) && !string.Equals(known, id, StringComparison.OrdinalIgnoreCase) ? null : id;
        if (!_names.TryGetValue(id, out var latest) || latest.Ticks < record.Ticks
            || (latest.Ticks == record.Ticks && string.CompareOrdinal(latest.Name, name) < 0))
        {
            _names[id] = (record.Ticks, name);
        }
    }

    /// <summary>The one ID that a name of an account's Identity Center goes with, or null.</summary>
    internal string? IdOf(string? account, string? name) =>
        account is not null && name is not null && _ids.TryGetValue((account, name), out var id) ? id : null;

    /// <summary>The name an ID was last seen with, or null.</summary>
    internal string? NameOf(string? id) => id is not null && _names.TryGetValue(id, out var latest) ? latest.Name : null;

    private sealed class InAnyCase : IEqualityComparer<(string Account, string Name)>
    {
        public bool Equals((string Account, string Name) x, (string Account, string Name) y) =>
            x.Account == y.Account && StringComparer.OrdinalIgnoreCase.Equals(x.Name, y.Name);

        public int GetHashCode((string Account, string Name) pair) => StringComparer.OrdinalIgnoreCase.GetHashCode(pair.Name);
    }
}
