using System;
using System.Linq;
using System.Text;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>Every way of scanning sees a needle where it is, and nowhere else.</summary>
public class NeedleTests
{
    private const string Needle = "deadline.amazonaws.com";

    [Theory]
    [MemberData(nameof(ScanningWays.All), MemberType = typeof(ScanningWays))]
    public void A_needle_is_seen_exactly_where_it_is_in_the_element_at_every_offset_and_split(string way)
    {
        var needle = RecordNeedle.ForMember(string.Empty, Needle)!;
        for (var before = 0; before < 140; before++)
        {
            foreach (var text in new[] { Needle, "deadline.amazonaws.co_", "\\u0064eadline", "d       .   z" })
            {
                var element = Encoding.ASCII.GetBytes("{\"" + new string('x', before) + text + "\":1}");
                var buffer = ScanningWays.WithSlack([.. element, .. Encoding.ASCII.GetBytes(",{\"" + Needle + "\\u0041\"}")], new Random(before));
                for (var split = Math.Max(1, element.Length - 100); split <= element.Length; split++)
                {
                    var scanner = ElementScanner.Begin();
                    Assert.Equal(split < element.Length ? -1 : element.Length, ScanningWays.Scan(ref scanner, buffer, split, needle, way));
                    if (split < element.Length)
                    {
                        Assert.Equal(element.Length, ScanningWays.Scan(ref scanner, buffer, buffer.Length - ElementScanner.Slack, needle, way));
                    }

                    Assert.Equal(text == Needle, scanner.SawNeedle);
                    Assert.Equal(text.Contains("\\u00", StringComparison.Ordinal), scanner.SawEscapedAscii);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ScanningWays.All), MemberType = typeof(ScanningWays))]
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
            var scanned = ScanningWays.ScanAtOnce(Encoding.ASCII.GetBytes(text), way, needle);
            Assert.Equal(text.Length, scanned.Length);
            Assert.Equal(text.Contains(Needle, StringComparison.Ordinal), scanned.Needle);
            Assert.Equal(text.Contains("\\u00", StringComparison.Ordinal), scanned.Escape);
            seen += scanned.Needle ? 1 : 0;
        }

        Assert.InRange(seen, 300, 2900);
    }

    [Theory]
    [MemberData(nameof(ScanningWays.All), MemberType = typeof(ScanningWays))]
    public void Of_several_needles_any_is_seen_at_every_offset_and_split(string way)
    {
        string[] texts = [Needle, "signin.amazonaws.com", "sts.amazonaws.com"];
        var needle = RecordNeedle.ForMember(string.Empty, texts)!;
        for (var before = 0; before < 140; before += 3)
        {
            foreach (var text in texts.Append("sts.amazonaws.co_").Append("signin.amazonaws.cn").Append("s       o   s"))
            {
                var element = Encoding.ASCII.GetBytes("{\"" + new string('x', before) + text + "\":1}");
                var buffer = ScanningWays.WithSlack([.. element, .. Encoding.ASCII.GetBytes(",{\"" + texts[before % 3] + "\"}")], new Random(before));
                for (var split = Math.Max(1, element.Length - 70); split <= element.Length; split++)
                {
                    var scanner = ElementScanner.Begin();
                    if (ScanningWays.Scan(ref scanner, buffer, split, needle, way) < 0)
                    {
                        Assert.Equal(element.Length, ScanningWays.Scan(ref scanner, buffer, buffer.Length - ElementScanner.Slack, needle, way));
                    }

                    Assert.Equal(texts.Contains(text), scanner.SawNeedle);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ScanningWays.All), MemberType = typeof(ScanningWays))]
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
                Assert.Equal((element, seen), (element, ScanningWays.ScanAtOnce(Encoding.ASCII.GetBytes(element), way, needle).Needle));
                Assert.Equal(seen, needle.MayStandIn(Encoding.ASCII.GetBytes(element)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(ScanningWays.All), MemberType = typeof(ScanningWays))]
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
                var buffer = ScanningWays.WithSlack(Encoding.ASCII.GetBytes(element), new Random(pad));
                for (var split = pad % 3; split < element.Length; split += 29)
                {
                    var scanner = ElementScanner.Begin(isRecord: true);
                    Assert.Equal(-1, split == 0 ? -1 : ScanningWays.Scan(ref scanner, buffer, split, needle, way));
                    Assert.Equal(element.Length, ScanningWays.Scan(ref scanner, buffer, element.Length, needle, way));
                    Assert.Equal((element, isOwn), (element, scanner.SawNeedle));

                    Assert.True(isOwn || scanner.SawNeedleInside == isInside);
                }
            }
        }
    }
}
