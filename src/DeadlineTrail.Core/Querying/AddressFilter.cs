using System;
using System.Collections.Generic;
using System.Net;

namespace DeadlineTrail.Querying;

/// <summary>
/// Addresses of which one must match: an IP address in any spelling, a range such as <c>10.0.0.0/8</c> or
/// <c>2001:db8::/32</c>, the name of a service, or a wildcard pattern.
/// </summary>
internal sealed class AddressFilter
{
    private readonly List<Func<string, bool>> _tests = [];

    /// <summary>Makes a filter.</summary>
    /// <param name="addresses">The addresses; at least one.</param>
    /// <param name="compile">Makes tests of those that have wildcards.</param>
    /// <exception cref="FormatException">One looks like a range and is none; the message says what is wrong.</exception>
    internal AddressFilter(IEnumerable<string> addresses, WildcardCompiler compile)
    {
        foreach (var address in addresses)
        {
            _tests.Add(Test(address.Trim(), compile));
        }
    }

    /// <summary>Whether a record's sourceIPAddress matches. Some records hold a list of addresses, separated by commas.</summary>
    internal bool Matches(string? source)
    {
        if (source is null)
        {
            return false;
        }

        if (_tests.Exists(test => test(source)))
        {
            return true;
        }

        if (source.IndexOf(',') < 0)
        {
            return false;
        }

        foreach (var part in source.Split(','))
        {
            if (_tests.Exists(test => test(part.Trim())))
            {
                return true;
            }
        }

        return false;
    }

    private static Func<string, bool> Test(string address, WildcardCompiler compile)
    {
        if (address.IndexOf('/') >= 0)
        {
            return AddressRange.Parse(address).Contains;
        }

        if (IPAddress.TryParse(address, out var wanted))
        {
            var plain = AddressRange.Unmapped(wanted);
            return source => IPAddress.TryParse(source, out var found) && AddressRange.Unmapped(found).Equals(plain);
        }

        return TextFilter.HasWildcard(address)
            ? compile(address)
            : source => string.Equals(source, address, StringComparison.OrdinalIgnoreCase);
    }
}
