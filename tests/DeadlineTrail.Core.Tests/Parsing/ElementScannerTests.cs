using System;
using System.Text;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>
/// Every way of scanning gives the same: a byte at a time, and with vectors of each width, whatever the machine has.
/// </summary>
public class ElementScannerTests
{
    [Theory]
    [InlineData("{}", 2)]
    [InlineData("{}{}", 2)]
    [InlineData("[{},[]]", 7)]
    [InlineData("{\"a\":\"}\"}", 9)]
    [InlineData("{\"a\":\"\\\"}\"}", 11)]
    [InlineData("{\"a\":\"\\\\\"}", 10)]
    [InlineData("{\"a\":\"\\\\\\\"}\"}", 13)]
    [InlineData("{", -1)]
    [InlineData("{\"}", -1)]
    [InlineData("{\"a\":\"x\\\"}", -1)]
    [InlineData("{]", 2)]
    [InlineData("{\\}", 3)]
    public void An_element_ends_where_its_brackets_balance(string text, int length)
    {
        foreach (var way in ScanningWays.Names)
        {
            Assert.Equal(length, ScanningWays.ScanAtOnce(Encoding.UTF8.GetBytes(text), way).Length);
        }
    }

    [Theory]
    [MemberData(nameof(ScanningWays.All), MemberType = typeof(ScanningWays))]
    public void Random_brackets_quotes_and_backslashes_end_where_counting_says(string way)
    {
        var random = new Random(1);
        for (var round = 0; round < 4000; round++)
        {
            var soup = Soup(random, random.Next(1, 300));
            Assert.Equal(CountToTheEnd(soup), ScanningWays.ScanAtOnce(soup, way).Length);
        }
    }

    [Theory]
    [MemberData(nameof(ScanningWays.All), MemberType = typeof(ScanningWays))]
    public void Wherever_the_bytes_are_split_the_end_is_the_same(string way)
    {
        var random = new Random(2);
        for (var round = 0; round < 60; round++)
        {
            var soup = Soup(random, 260);
            var expected = CountToTheEnd(soup);
            for (var split = 1; split < soup.Length; split++)
            {
                Assert.Equal(expected, ScanInTwo(soup, split, way));
            }
        }
    }

    [Theory]
    [MemberData(nameof(ScanningWays.All), MemberType = typeof(ScanningWays))]
    public void Bytes_that_come_one_at_a_time_end_in_the_same_place(string way)
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var soup = Soup(random, 300);
            var buffer = ScanningWays.WithSlack(soup, random);
            var scanner = ElementScanner.Begin();
            var end = -1;
            for (var length = 1; length <= soup.Length && end < 0; length++)
            {
                end = ScanningWays.Scan(ref scanner, buffer, length, null, way);
            }

            Assert.Equal(CountToTheEnd(soup), end);
        }
    }

    [Fact]
    public void A_buffer_without_slack_is_refused_rather_than_read_beyond()
    {
        var scanner = ElementScanner.Begin();
        Assert.Throws<ArgumentException>(() => ElementScanner.Begin().ScanBlocks<ElementScanner.Block256>(new byte[64], 64, null));
        Assert.Equal(-1, scanner.ScanBytes("{"u8, 1, null));
    }

    /// <summary>The definition, in the plainest words: quotes not behind an odd run of backslashes, brackets outside of them.</summary>
    private static int CountToTheEnd(byte[] text)
    {
        var depth = 0;
        var quotes = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var backslashes = 0;
            while (backslashes < at && text[at - 1 - backslashes] == '\\')
            {
                backslashes++;
            }

            if (text[at] == '"' && backslashes % 2 == 0)
            {
                quotes++;
            }
            else if (quotes % 2 == 0)
            {
                depth += text[at] is (byte)'{' or (byte)'[' ? 1 : text[at] is (byte)'}' or (byte)']' ? -1 : 0;
                if (depth == 0)
                {
                    return at + 1;
                }
            }
        }

        return -1;
    }

    private static byte[] Soup(Random random, int length)
    {
        // More openings than closings by a little, so that some end soon and some never.
        var alphabets = new[] { "{[}]}]\"\\x", "{{[[[}]}]x\"\"\\\\", "\\\\\\\\\"{}", "xxxxxxxxxxxx{}\"", "\"\\" };
        var alphabet = alphabets[random.Next(alphabets.Length)];
        var soup = new byte[length];
        for (var at = 0; at < length; at++)
        {
            soup[at] = (byte)alphabet[random.Next(alphabet.Length)];
        }

        soup[0] = (byte)'{';
        return soup;
    }

    private static int ScanInTwo(byte[] text, int split, string way)
    {
        var buffer = ScanningWays.WithSlack(text, new Random(split));
        var scanner = ElementScanner.Begin();
        var end = ScanningWays.Scan(ref scanner, buffer, split, null, way);
        return end >= 0 ? end : ScanningWays.Scan(ref scanner, buffer, text.Length, null, way);
    }
}
