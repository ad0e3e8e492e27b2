using System;
using System.Linq;
using System.Text;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>
/// Every way of scanning gives the same: a byte at a time, and with vectors of each width, whatever the machine has.
/// </summary>
public class ElementScannerTests
{
    private const string Needle = "deadline.amazonaws.com";

    public static TheoryData<string> Ways => ["scalar", "128", "256", "512", "widest"];

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
        foreach (var way in new[] { "scalar", "128", "256", "512", "widest" })
        {
            Assert.Equal(length, ScanAtOnce(Encoding.UTF8.GetBytes(text), way).Length);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Random_brackets_quotes_and_backslashes_end_where_counting_says(string way)
    {
        var random = new Random(1);
        for (var round = 0; round < 4000; round++)
        {
            var soup = Soup(random, random.Next(1, 300));
            Assert.Equal(CountToTheEnd(soup), ScanAtOnce(soup, way).Length);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
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
    [MemberData(nameof(Ways))]
    public void Bytes_that_come_one_at_a_time_end_in_the_same_place(string way)
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var soup = Soup(random, 300);
            var buffer = WithSlack(soup, random);
            var scanner = ElementScanner.Begin();
            var end = -1;
            for (var length = 1; length <= soup.Length && end < 0; length++)
            {
                end = Scan(ref scanner, buffer, length, null, way);
            }

            Assert.Equal(CountToTheEnd(soup), end);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_needle_is_seen_exactly_where_it_is_in_the_element_at_every_offset_and_split(string way)
    {
        var needle = RecordNeedle.ForMember(string.Empty, Needle)!;
        for (var before = 0; before < 140; before++)
        {
            foreach (var text in new[] { Needle, "deadline.amazonaws.co_", "\\u0064eadline", "d       .   z" })
            {
                var element = Encoding.ASCII.GetBytes("{\"" + new string('x', before) + text + "\":1}");
                var buffer = WithSlack([.. element, .. Encoding.ASCII.GetBytes(",{\"" + Needle + "\\u0041\"}")], new Random(before));
                for (var split = Math.Max(1, element.Length - 100); split <= element.Length; split++)
                {
                    var scanner = ElementScanner.Begin();
                    Assert.Equal(split < element.Length ? -1 : element.Length, Scan(ref scanner, buffer, split, needle, way));
                    if (split < element.Length)
                    {
                        Assert.Equal(element.Length, Scan(ref scanner, buffer, buffer.Length - ElementScanner.Slack, needle, way));
                    }

                    Assert.Equal(text == Needle, scanner.SawNeedle);
                    Assert.Equal(text.Contains("\\u00", StringComparison.Ordinal), scanner.SawEscapedAscii);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void In_random_elements_needles_are_seen_as_IndexOf_sees_them(string way)
    {
        var random = new Random(4);
        var needle = RecordNeedle.ForMember(string.Empty, Needle)!;
        var seen = 0;
        for (var round = 0; round < 3000; round++)
        {
            var element = new StringBuilder("{\"");
            while (element.Length < random.Next(20, 400))
            {
                element.Append(random.Next(40) switch
                {
                    0 => Needle,
                    1 => "\\u00",
                    2 => "dddddddd....zzzz",
                    3 => Needle[..random.Next(Needle.Length)],
                    _ => "deadlin.mzows\\\\"[random.Next(14)].ToString().Replace("\\", "\\\\", StringComparison.Ordinal),
                });
            }

            var text = element.Append("\"}").ToString();
            var scanned = ScanAtOnce(Encoding.ASCII.GetBytes(text), way, needle);
            Assert.Equal(text.Length, scanned.Length);
            Assert.Equal(text.Contains(Needle, StringComparison.Ordinal), scanned.Needle);
            Assert.Equal(text.Contains("\\u00", StringComparison.Ordinal), scanned.Escape);
            seen += scanned.Needle ? 1 : 0;
        }

        Assert.InRange(seen, 300, 2900);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Of_several_needles_any_is_seen_at_every_offset_and_split(string way)
    {
        string[] texts = [Needle, "signin.amazonaws.com", "sts.amazonaws.com"];
        var needle = RecordNeedle.ForMember(string.Empty, texts)!;
        for (var before = 0; before < 140; before += 3)
        {
            foreach (var text in texts.Append("sts.amazonaws.co_").Append("signin.amazonaws.cn").Append("s       o   s"))
            {
                var element = Encoding.ASCII.GetBytes("{\"" + new string('x', before) + text + "\":1}");
                var buffer = WithSlack([.. element, .. Encoding.ASCII.GetBytes(",{\"" + texts[before % 3] + "\"}")], new Random(before));
                for (var split = Math.Max(1, element.Length - 70); split <= element.Length; split++)
                {
                    var scanner = ElementScanner.Begin();
                    if (Scan(ref scanner, buffer, split, needle, way) < 0)
                    {
                        Assert.Equal(element.Length, Scan(ref scanner, buffer, buffer.Length - ElementScanner.Slack, needle, way));
                    }

                    Assert.Equal(texts.Contains(text), scanner.SawNeedle);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_needle_of_a_member_is_seen_as_the_value_of_that_member_alone_at_every_offset(string way)
    {
        var needle = RecordNeedle.ForMember("eventSource", Needle)!;
        (string Text, bool Seen)[] texts =
        [
            ($$"""{"PAD":1,"eventSource":"{{Needle}}"}""", true),
            ($$"""{"PAD":1,"eventSource" : {{"\n\t"}} "{{Needle}}"}""", true),
            ($$"""{"PAD":1,"eventSource":"{{Needle}}.example"}""", true),
            ($$"""{"PAD":1,"EventSource":"{{Needle}}"}""", true),
            ($$"""{"PAD":"{\"eventSource\":\"{{Needle}}\"}"}""", true),
            ($$"""{"PAD":"{\n  \"eventSource\": \n \"{{Needle}}\"}"}""", true),
            ($$"""{"PAD":1,"invokedBy":"{{Needle}}","eventSource":"{{Needle}}"}""", true),
            ($$"""{"PAD":1,"detail":{"eventSource":"{{Needle}}" } }""", true),
            ($$"""{"PAD":1,"invokedBy":"{{Needle}}"}""", false),
            ($$"""{"PAD":1,"eventSource":"sts.amazonaws.com","invokedBy":"{{Needle}}"}""", false),
            ($$"""{"PAD":1,"eventSource":"x.{{Needle}}"}""", false),
            ($$"""{"PAD":1,"eventSource":["{{Needle}}"]}""", false),
            ($$"""{"{{Needle}}":"PAD"}""", false),
        ];
        foreach (var (text, seen) in texts)
        {
            for (var pad = 0; pad < 140; pad++)
            {
                var element = text.Replace("PAD", new string('x', pad), StringComparison.Ordinal);
                Assert.Equal((element, seen), (element, ScanAtOnce(Encoding.ASCII.GetBytes(element), way, needle).Needle));
                Assert.Equal(seen, needle.MayStandIn(Encoding.ASCII.GetBytes(element)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Of_a_record_a_needle_is_seen_as_the_value_of_its_own_member_alone_at_every_offset_and_split(string way)
    {
        var needle = RecordNeedle.ForMember("eventSource", "signin.amazonaws.com", Needle)!;
        (string Text, bool IsOwn, bool IsInside)[] texts =
        [
            ($$"""{"PAD":1,"eventSource":"{{Needle}}"}""", true, false),
            ($$"""{"PAD":"\\","eventSource" : {{"\n\t"}} "signin.amazonaws.com"}""", true, false),
            ($$"""{"PAD":{"a":[{}]},"eventSource":"{{Needle}}"}""", true, false),
            ($$"""{"PAD":"}","eventSource":"{{Needle}}"}""", true, false),
            ($$"""{"PAD":{"eventSource":"{{Needle}}"},"eventSource":"{{Needle}}"}""", true, true),
            ($$"""{"PAD":{"eventSource":"{{Needle}}" } }""", false, true),
            ($$"""{"PAD":"{","detail":[{"a":"]","eventSource":"signin.amazonaws.com"}]}""", false, true),
            ($$"""{"PAD":"{\"eventSource\":\"{{Needle}}\"}"}""", false, true),
            ($$"""{"PAD":"eventSource: {{Needle}}"}""", false, true),
            ($$"""{"PAD":1,"invokedBy":"{{Needle}}"}""", false, false),
        ];
        foreach (var (text, isOwn, isInside) in texts)
        {
            for (var pad = 0; pad < 140; pad++)
            {
                var element = text.Replace("PAD", new string('x', pad), StringComparison.Ordinal);
                var buffer = WithSlack(Encoding.ASCII.GetBytes(element), new Random(pad));
                for (var split = pad % 3; split < element.Length; split += 29)
                {
                    var scanner = ElementScanner.Begin(isRecord: true);
                    Assert.Equal(-1, split == 0 ? -1 : Scan(ref scanner, buffer, split, needle, way));
                    Assert.Equal(element.Length, Scan(ref scanner, buffer, element.Length, needle, way));
                    Assert.Equal((element, isOwn), (element, scanner.SawNeedle));

                    Assert.True(isOwn || scanner.SawNeedleInside == isInside);
                }
            }
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

    private static (int Length, bool Needle, bool Escape) ScanAtOnce(byte[] text, string way, RecordNeedle? needle = null)
    {
        var scanner = ElementScanner.Begin();
        var length = Scan(ref scanner, WithSlack(text, new Random(text.Length)), text.Length, needle, way);
        return (length, scanner.SawNeedle, scanner.SawEscapedAscii);
    }

    private static int ScanInTwo(byte[] text, int split, string way)
    {
        var buffer = WithSlack(text, new Random(split));
        var scanner = ElementScanner.Begin();
        var end = Scan(ref scanner, buffer, split, null, way);
        return end >= 0 ? end : Scan(ref scanner, buffer, text.Length, null, way);
    }

    /// <summary>Behind the valid bytes lies whatever was there before: brackets and quotes, to be taken for none.</summary>
    private static byte[] WithSlack(byte[] text, Random random)
    {
        var buffer = new byte[text.Length + ElementScanner.Slack];
        text.CopyTo(buffer, 0);
        for (var at = text.Length; at < buffer.Length; at++)
        {
            buffer[at] = (byte)"}]{[\"\\d"[random.Next(7)];
        }

        return buffer;
    }

    private static int Scan(ref ElementScanner scanner, byte[] buffer, int length, RecordNeedle? needle, string way) => way switch
    {
        "scalar" => scanner.ScanBytes(buffer, length, needle),
        "128" => scanner.ScanBlocks<ElementScanner.Block128>(buffer, length, needle),
        "256" => scanner.ScanBlocks<ElementScanner.Block256>(buffer, length, needle),
        "512" => scanner.ScanBlocks<ElementScanner.Block512>(buffer, length, needle),
        _ => scanner.Scan(buffer, length, needle),
    };
}
