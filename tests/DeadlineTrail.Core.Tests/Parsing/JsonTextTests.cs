using System;
using System.Buffers;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

public class JsonTextTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Decode(params byte[] json)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        return JsonText.Decode(ref reader);
    }

    [Fact]
    public void Valid_text_is_exactly_what_the_framework_makes_of_it()
    {
        Random random = new(815);
        string[] pieces = ["", "a", "é", "€", "🎬", "\u0000", "\u001b", "\"", "\\", "/", "\b\f\n\r\t", "\uFFFD", "\\u0041", new string('x', 500)];
        for (int round = 0; round < 2_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)]));
            byte[] escaped = JsonSerializer.SerializeToUtf8Bytes(text);
            byte[] relaxed = JsonSerializer.SerializeToUtf8Bytes(text, Relaxed);

            Assert.Equal(text, Decode(escaped));
            Assert.Equal(text, Decode(relaxed));
        }
    }

    [Theory]
    [InlineData("""\ud800""", "\uFFFD")]
    [InlineData("""\udc00""", "\uFFFD")]
    [InlineData("""\udc00\ud800""", "\uFFFD\uFFFD")]
    [InlineData("""\ud800\ud800\udc00""", "\uFFFD\ud800\udc00")]
    [InlineData("""\ud83c\udfac\udfac""", "\ud83c\udfac\uFFFD")]
    [InlineData("""\ud83cx\udfac""", "\uFFFDx\uFFFD")]
    [InlineData("""\ud83c\n\udfac""", "\uFFFD\n\uFFFD")]
    [InlineData("""\uD83C\uDFAC\/\"\\""", "\ud83c\udfac/\"\\")]
    public void A_lone_half_of_a_character_becomes_one_replacement(string json, string expected)
    {
        Assert.Equal(expected, Decode(Encoding.UTF8.GetBytes($"\"{json}\"")));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public void Invalid_bytes_become_replacements_and_take_nothing_else_with_them(byte[] invalid)
    {
        foreach (string after in new[] { "", "z", "\\n", "\\u007a" })
        {
            string decoded = Decode([(byte)'"', (byte)'a', .. invalid, .. Encoding.UTF8.GetBytes(after), (byte)'"']);

            Assert.StartsWith("a\uFFFD", decoded);
            Assert.Equal(after switch { "" => "", "\\n" => "\n", _ => "z" }, decoded.TrimStart('a', '\uFFFD'));
        }
    }

    [Fact]
    public void A_property_name_and_a_text_in_pieces_are_decoded_alike()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"f\u00e4rm":"a\ud800"}""");
        Segment first = new(json.AsMemory(0, 4));
        Segment last = first.Append(json.AsMemory(4, 10)).Append(json.AsMemory(14));
        Utf8JsonReader reader = new(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
        reader.Read();
        reader.Read();

        Assert.Equal("färm", JsonText.Decode(ref reader));
        reader.Read();
        Assert.Equal("a\uFFFD", JsonText.Decode(ref reader));
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            Segment next = new(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
