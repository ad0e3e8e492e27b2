using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Numerics;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>A filter for addresses, a line break, and a record's address.</summary>
internal sealed class AddressTarget : FuzzTarget
{
    internal override string Name => "address";

    internal override string About => "filters for addresses; ranges against arithmetic on large numbers";

    internal override IEnumerable<byte[]> Seeds => Utf8(
    [
        "10.0.0.0/8\n10.1.2.3", "2001:db8::/32\n2001:db8::1", "::ffff:192.0.2.0/120\n192.0.2.1", "0.0.0.0/0\n::ffff:1.2.3.4", "192.0.2.1\n::ffff:192.0.2.1", "*.amazonaws.com\ndeadline.amazonaws.com",
        "192.0.2.1\n10.0.0.1, 192.0.2.1", "fe80::1%3/64\nfe80::2", "1/8\n1.0.0.0", "AWS Internal\naws internal",
    ]);

    internal override IEnumerable<string> Words => ["/32", "/128", "::ffff:", "0x7f", "255.255.255.255", "%1", ", "];

    internal override void Run(byte[] input)
    {
        var lines = Text(input).Split('\n', 2);
        var (filter, address) = (lines[0], lines.Length > 1 ? lines[1] : string.Empty);
        AddressFilter made;
        try
        {
            made = new AddressFilter([filter], static _ => static _ => false);
        }
        catch (FormatException wrong)
        {
            FindingException.Unless(filter.Contains('/', StringComparison.Ordinal) && wrong.Message.Length > 0, "what is no range is refused as one");
            return;
        }

        var matches = made.Matches(address);

        // With a comma, even one in the name of an interface, it is a list.
        if (!address.Contains(',', StringComparison.Ordinal) && IPAddress.TryParse(address, out var found) && filter.Trim().Split('/') is [var network, var prefix] && IPAddress.TryParse(network, out var from))
        {
            FindingException.Equal(IsIn(found, from, int.Parse(prefix, CultureInfo.InvariantCulture)), matches, $"whether {address} is in {filter}");
        }
    }

    private static bool IsIn(IPAddress address, IPAddress network, int prefix)
    {
        // An IPv4 address in the form of IPv6 is either, whichever the range is.
        foreach (var form in new[] { address, address.MapToIPv6(), address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address }.Where(form => form.AddressFamily == network.AddressFamily))
        {
            if (address.AddressFamily != network.AddressFamily && !address.IsIPv4MappedToIPv6)
            {
                continue;
            }

            var bits = network.GetAddressBytes().Length * 8;
            if (Number(form) >> (bits - prefix) == Number(network) >> (bits - prefix))
            {
                return true;
            }
        }

        return false;
    }

    private static BigInteger Number(IPAddress address) => new(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true);
}
