using System;
using System.Text.RegularExpressions;
using DeadlineTrail.Querying;
using Xunit;

namespace DeadlineTrail.Core.Tests.Querying;

public class AddressFilterTests
{
    [Theory]

    // RFC 4632, section 3.1; RFC 5737 and RFC 3849 keep these addresses for examples.
    [InlineData("192.0.2.0/24", "192.0.2.255", true)]
    [InlineData("192.0.2.0/24", "192.0.3.0", false)]
    [InlineData("10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("10.0.0.0/9", "10.128.0.1", false)]
    [InlineData("203.0.113.7/32", "203.0.113.7", true)]
    [InlineData("203.0.113.7/32", "203.0.113.6", false)]
    [InlineData("0.0.0.0/0", "8.8.8.8", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("::/0", "2001:db8::1", true)]
    [InlineData("192.0.2.0/24", "::ffff:192.0.2.9", true)]

    // The network need not be written with zeros behind the prefix.
    [InlineData("192.0.2.77/24", "192.0.2.1", true)]
    [InlineData("192.0.2.0/24", "AWS Internal", false)]
    [InlineData("192.0.2.0/24", "cloudformation.amazonaws.com", false)]

    // One address, however it is written.
    [InlineData("2001:DB8:0:0:0:0:0:1", "2001:db8::1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.10", false)]

    // Names and patterns.
    [InlineData("aws internal", "AWS Internal", true)]
    [InlineData("AWS Internal*", "AWS Internal/3", true)]
    [InlineData("*.amazonaws.com", "cloudformation.amazonaws.com", true)]
    [InlineData("192.0.2.*", "192.0.2.44", true)]

    // Some services write a list.
    [InlineData("198.51.100.0/24", "10.0.0.1, 198.51.100.9", true)]
    [InlineData("10.0.0.1", "10.0.0.1, 198.51.100.9", true)]
    [InlineData("10.0.0.2", "10.0.0.1, 198.51.100.9", false)]
    public void An_address_matches_what_names_it(string wanted, string source, bool matches) =>
        Assert.Equal(matches, new AddressFilter([wanted], Wildcards.Compile).Matches(source));

    [Theory]
    [InlineData("192.0.2.0/33")]
    [InlineData("192.0.2.0/-1")]
    [InlineData("192.0.2.0/")]
    [InlineData("192.0.2/x")]
    [InlineData("2001:db8::/129")]
    [InlineData("farm/24")]
    public void What_looks_like_a_range_and_is_none_is_refused_with_the_reason(string wanted)
    {
        var refusal = Assert.Throws<FormatException>(() => new AddressFilter([wanted], Wildcards.Compile));

        Assert.Contains(wanted, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_address_matches_nothing() => Assert.False(new AddressFilter(["*"], Wildcards.Compile).Matches(null));
}

/// <summary>Wildcards for tests, which know no PowerShell: * and ? only.</summary>
internal static class Wildcards
{
    internal static Func<string, bool> Compile(string pattern)
    {
        var expression = "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
        return text => Regex.IsMatch(text, expression, RegexOptions.IgnoreCase | RegexOptions.Singleline);
    }
}
