using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>The quick walk over an element against System.Text.Json: it may decline, but not be wrong.</summary>
public class PlainElementTests
{
    private static readonly string[] s_fields = [.. Enum.GetNames<RecordField>().Select(static name => char.ToLowerInvariant(name[0]) + name[1..])];

    public static TheoryData<string> Flawed =>
    [
        "{", "{}}", "{} ", " {}", "[]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,\"a\":1}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "{a:1}", "{'a':1}",
        "{\"a\":01}", "{\"a\":-}", "{\"a\":+1}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":1e}", "{\"a\":1e+}", "{\"a\":0x1}", "{\"a\":1_0}", "{\"a\":NaN}",
        "{\"a\":tru}", "{\"a\":True}", "{\"a\":truer}", "{\"a\":nul}", "{\"a\":[1,]}", "{\"a\":[,1]}", "{\"a\":[1 2]}", "{\"a\":[1}", "{\"a\":[1}]}", "{\"a\":{]}",
        "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\u12G4\"}", "{\"a\":\"\\", "{\"a\":\"\\\"}", "{\"a\":\"x}", "{\"a\":\"\t\"}", "{\"a\":\"\n\"}", "{\"a\":\"\u0001\"}",
        "{\"a\":1}//", "{/**/\"a\":1}", "{\"a\":\u00A01}", "{\"a\":1}{\"a\":1}",
    ];

    [Theory]
    [MemberData(nameof(Flawed))]
    public void What_is_not_JSON_from_its_first_brace_to_its_last_is_not_walked(string text)
    {
        Assert.False(PlainElement.TryWalk(Encoding.UTF8.GetBytes(text), new int[s_fields.Length]));

        // The same in the middle of an element, where vectors have a part in it and some of these are values like others.
        var inside = $"{{\"pad\":\"{new string('x', 90)}\",\"b\":{text},\"c\":\"{new string('y', 90)}\"}}";
        Assert.Equal(IsJson(inside), PlainElement.TryWalk(Encoding.UTF8.GetBytes(inside), new int[s_fields.Length]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"a\" :\t-0.5e-7 , \"b\":[ ] ,\r\n\"c\" : { } }")]
    [InlineData("{\"a\":[1,0,-1,10.25,1E+5,true,false,null,\"\",[[]],{\"b\":{\"c\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00 é \u0080\"}}]}")]
    public void What_is_JSON_is_walked(string text)
    {
        Assert.True(IsJson(text));
        Assert.True(PlainElement.TryWalk(Encoding.UTF8.GetBytes(text), new int[s_fields.Length]));
    }

    [Fact]
    public void A_name_with_an_escape_and_deep_nesting_are_left_to_the_full_parser()
    {
        Assert.False(PlainElement.TryWalk("{\"\\u0065ventName\":\"x\"}"u8, new int[s_fields.Length]));
        Assert.False(PlainElement.TryWalk(Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 60) + new string(']', 60) + "}"), new int[s_fields.Length]));
    }

    [Fact]
    public void Every_record_of_the_samples_is_walked_and_its_fields_begin_where_they_do()
    {
        var walked = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs", "samples", "AWSLogs"), "*.json.gz", SearchOption.AllDirectories))
        {
            using var text = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var log = JsonDocument.Parse(text);
            if (!log.RootElement.TryGetProperty("Records", out var records))
            {
                continue;
            }

            foreach (var record in records.EnumerateArray())
            {
                var bytes = Encoding.UTF8.GetBytes(record.GetRawText());
                var starts = new int[s_fields.Length];
                Assert.True(PlainElement.TryWalk(bytes, starts));
                Assert.Equal(Starts(bytes), starts);
                walked++;
            }
        }

        Assert.True(walked > 100);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_done_to_a_record_it_is_walked_only_if_it_is_JSON_all_the_same(int seed)
    {
        var (walked, declined) = (0, 0);
        var log = GeneratedLog.Make(LogShape.LogFile, seed, 6);
        foreach (var element in log.Elements)
        {
            var record = log.Bytes[element.Start..element.End];
            foreach (var mutation in Mutation.AtEachByte(record, seed).Concat(Mutation.Cuts(record)).Concat(Mutation.Ranges(record, seed, 60)))
            {
                var starts = new int[s_fields.Length];
                if (PlainElement.TryWalk(mutation.Bytes, starts))
                {
                    Assert.Equal(Starts(mutation.Bytes), starts);
                    walked++;
                }
                else
                {
                    declined++;
                }
            }
        }

        Assert.True(walked > 500 && declined > 500, $"{walked} walked, {declined} declined");
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The same from System.Text.Json, which throws where it is no JSON.</summary>
    private static int[] Starts(byte[] json)
    {
        var starts = new int[s_fields.Length];
        var reader = new Utf8JsonReader(json);
        Assert.True(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Array.IndexOf(s_fields, Encoding.UTF8.GetString(reader.ValueSpan));
            reader.Read();
            if (field >= 0)
            {
                starts[field] = (int)reader.TokenStartIndex;
            }

            reader.Skip();
        }

        Assert.False(reader.Read());
        return starts;
    }
}
