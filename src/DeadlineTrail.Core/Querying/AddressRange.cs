using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DeadlineTrail.Querying;

/// <summary>
/// A range of IP addresses in CIDR notation: "ipv6-address/prefix-length" (RFC 4291, section 2.3), for IPv4 RFC 4632,
/// section 3.1. (.NET has a type for it that .NET Framework lacks.)
/// </summary>
internal sealed class AddressRange
{
    private readonly byte[] _network;
    private readonly int _prefix;

    private AddressRange(byte[] network, int prefix)
    {
        _network = network;
        _prefix = prefix;
    }

    /// <summary>Reads a range.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong.</exception>
    internal static AddressRange Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0 || !IPAddress.TryParse(text.Substring(0, slash), out var address))
        {
            throw new FormatException($"\"{text}\" is not a range of addresses such as 10.0.0.0/8 or 2001:db8::/32.");
        }

        var bytes = address.GetAddressBytes();
        if (!int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || prefix > bytes.Length * 8)
        {
            throw new FormatException($"\"{text}\" is not a range of addresses: behind the slash a number from 0 to {bytes.Length * 8} must stand.");
        }

        return new AddressRange(bytes, prefix);
    }

    /// <summary>An IPv4 address that is written as an IPv6 one, <c>::ffff:192.0.2.1</c>, is the IPv4 address.</summary>
    internal static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Whether a text is an address in the range.</summary>
    internal bool Contains(string text)
    {
        if (!IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        if (_network.Length == 4 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            address = Unmapped(address);
        }

        var bytes = address.GetAddressBytes();
        if (bytes.Length != _network.Length)
        {
            return false;
        }

        var whole = _prefix / 8;
        if (!bytes.AsSpan(0, whole).SequenceEqual(_network.AsSpan(0, whole)))
        {
            return false;
        }

        var rest = _prefix % 8;
        return rest == 0 || (bytes[whole] ^ _network[whole]) >> (8 - rest) == 0;
    }
}
