using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>What the free-form parts of a record become in PowerShell's hands.</summary>
public class RecordValueTests
{
    [Theory]
    [InlineData("0", typeof(long), "0")]
    [InlineData("-0", typeof(long), "0")]
    [InlineData("-7", typeof(long), "-7")]
    [InlineData("9223372036854775807", typeof(long), "9223372036854775807")]
    [InlineData("9223372036854775808", typeof(BigInteger), "9223372036854775808")]
    [InlineData("123456789012345678901234567890", typeof(BigInteger), "123456789012345678901234567890")]
    [InlineData("1.0", typeof(decimal), "1.0")]
    [InlineData("1.10", typeof(decimal), "1.10")]
    [InlineData("9.82222E-5", typeof(decimal), "0.0000982222")]
    [InlineData("1e3", typeof(decimal), "1000")]
    [InlineData("0.1234567890123456789012345678", typeof(decimal), "0.1234567890123456789012345678")]
    [InlineData("0.12345678901234567890123456789", typeof(string), "0.12345678901234567890123456789")]
    [InlineData("1e400", typeof(string), "1e400")]
    [InlineData("1e-400", typeof(string), "1e-400")]
    [InlineData("-1.5E+300", typeof(string), "-1.5E+300")]
    public void A_number_keeps_its_digits(string number, Type type, string shown)
    {
        var value = Read($$"""{"n":{{number}}}""")["n"];

        Assert.IsType(type, value);
        Assert.Equal(shown, Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_number_of_a_million_digits_stays_text_and_takes_no_time()
    {
        var number = new string('9', 1_000_000);

        Assert.Equal(number, Read($$"""{"n":{{number}}}""")["n"]);
    }

    [Theory]
    [InlineData("2026-03-02T10:05:00Z")]
    [InlineData("Jul 10, 2023, 12:07:59 PM")]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("")]
    public void Texts_stay_texts(string text) => Assert.Equal(text, Read($$"""{"t":"{{text}}"}""")["t"]);

    [Fact]
    public void Names_are_found_in_exact_case_first_and_else_in_any()
    {
        var tags = Read("""{"Tag":1,"tag":2,"Other":3}""");

        Assert.Equal(1L, tags["Tag"]);
        Assert.Equal(2L, tags["tag"]);
        Assert.Equal(1L, tags["TAG"]);
        Assert.Equal(3L, tags["other"]);
        Assert.Null(tags["none"]);
        Assert.Null(tags[12]);
        Assert.Equal(["Tag", "tag", "Other"], tags.Keys.Cast<string>());
    }

    [Fact]
    public void Of_a_name_that_comes_twice_the_last_counts()
    {
        var record = Read("""{"a":1,"b":2,"a":3}""");

        Assert.Equal(3L, record["a"]);
        Assert.Equal(2, record.Count);
    }

    [Theory]
    [InlineData("Count")]
    [InlineData("Keys")]
    [InlineData("Values")]
    [InlineData("psobject")]
    [InlineData("pstypenames")]
    [InlineData("")]
    [InlineData("http://schemas.example/claims/role")]
    [InlineData("x-amz-id-2")]
    public void A_name_that_means_something_elsewhere_is_a_name_like_any_other(string name)
    {
        var record = Read($$"""{"{{name}}":"v","other":1}""");

        Assert.Equal("v", record[name]);
        Assert.True(record.Contains(name));
        Assert.Equal(2, record.Count);
        Assert.Equal([name, "other"], record.Keys.Cast<string>());
    }

    [Fact]
    public void A_hundred_thousand_members_are_all_reachable()
    {
        var json = "{" + string.Join(",", Enumerable.Range(0, 100_000).Select(number => $"\"k{number}\":{number}")) + "}";
        var record = Read(json);

        Assert.Equal(100_000, record.Count);
        Assert.Equal(99_999L, record["k99999"]);
        Assert.Equal(100_000, ((IEnumerable)record).Cast<DictionaryEntry>().Count());
        Assert.Equal(json, record.ToString());
    }

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("a\\udc00b", "a\uFFFDb")]
    [InlineData("\\ud83d\\ude00", "\U0001F600")]
    [InlineData("\\ud83dx\\ude00", "\uFFFDx\uFFFD")]
    [InlineData("\\u0000", "\0")]
    public void What_cannot_be_text_is_shown_as_a_replacement_in_values_and_names(string escaped, string shown)
    {
        var record = Read($$"""{"v":"{{escaped}}","{{escaped}}":1}""");

        Assert.Equal(shown, record["v"]);
        Assert.Equal(1L, record[shown]);
    }

    [Theory]
    [InlineData("{ \"a\" : [ 1 , { \"b\" : null } ] ,\r\n\t\"c\" : \"x y\\\" : , \\\\\" }", "{\"a\":[1,{\"b\":null}],\"c\":\"x y\\\" : , \\\\\"}")]
    [InlineData("{\"n\":1.0,\"e\":9.82222E-5,\"u\":\"\\u0041\\/\"}", "{\"n\":1.0,\"e\":9.82222E-5,\"u\":\"\\u0041\\/\"}")]
    [InlineData("{ }", "{}")]
    public void ToString_is_compact_and_otherwise_to_the_letter(string json, string compact)
    {
        Assert.Equal(compact, Read(json).ToString());
        Assert.Equal(compact, ((RecordObject)Read($$"""{"before":[1, 2],  "inner" : {{json}} , "behind":1}""")["inner"]!).ToString());
        using var document = JsonDocument.Parse(compact);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Fact]
    public void Lists_and_objects_nest_as_in_the_record()
    {
        var record = Read("""{"a":[1,"x",null,true,[],{"b":{"c":false}}]}""");
        var list = Assert.IsType<object?[]>(record["a"]);

        Assert.Equal([1L, "x", null, true], list.Take(4));
        Assert.Empty(Assert.IsType<object?[]>(list[4]));
        Assert.Equal(false, ((RecordObject)((RecordObject)list[5]!)["b"]!)["c"]);
    }

    [Fact]
    public void Nesting_as_deep_as_a_record_may_have_it_is_read()
    {
        const int depth = ElementParser.MaxDepth;
        object? value = Read(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
        for (var level = 0; level < depth; level++)
        {
            value = Assert.IsType<RecordObject>(value)["a"];
        }

        Assert.Equal(1L, value);
    }

    [Theory]
    [InlineData("2026-03-02T10:05:00Z", "2026-03-02T10:05:00.0000000")]
    [InlineData("2026-03-02T10:05:00.5Z", "2026-03-02T10:05:00.5000000")]
    [InlineData("2026-03-02T10:05:00.123456789Z", "2026-03-02T10:05:00.1234567")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.0000000")]
    [InlineData("2026-02-29T10:05:00Z", null)]
    [InlineData("2026-13-02T10:05:00Z", null)]
    [InlineData("0000-01-01T00:00:00Z", null)]
    [InlineData("2026-03-02T24:00:00Z", null)]
    [InlineData("2026-03-02T10:05:60Z", null)]
    [InlineData("2026-03-02T10:05:00", null)]
    [InlineData("2026-03-02t10:05:00z", null)]
    [InlineData("2026-03-02 10:05:00Z", null)]
    [InlineData("2026-03-02T10:05:00.Z", null)]
    [InlineData("2026-03-02T10:05:00+00:00", null)]
    [InlineData("+026-03-02T10:05:00Z", null)]
    [InlineData("2026-3-002T10:05:00Z", null)]
    [InlineData("", null)]
    public void A_time_is_read_to_the_tick_or_not_at_all(string text, string? expected)
    {
        Assert.Equal(expected is not null, EventTimeText.TryParse(Encoding.UTF8.GetBytes(text), out var ticks));
        if (expected is not null)
        {
            Assert.Equal(expected, new DateTime(ticks).ToString("o", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Hidden_and_omitted_values_are_named()
    {
        var record = Read("""
            {"requestParameters":{"template":"HIDDEN_DUE_TO_SECURITY_REASONS","list":[{"x":"HIDDEN_DUE_TO_SECURITY_REASONS"},"HIDDEN_DUE_TO_SECURITY_REASONS"],"not":"HIDDEN"},
             "responseElements":{"reason":"responseElements too large","omitted":true,"originalSize":149893},
             "additionalEventData":{"reason":"too large","omitted":"true","originalSize":"1"},
             "serviceEventDetails":{"reason":"none","omitted":false}}
            """);

        Assert.Equal(["requestParameters.template", "requestParameters.list[].x", "requestParameters.list[]"], WithheldFields.Hidden(record));
        Assert.Equal(["responseElements", "additionalEventData"], WithheldFields.Omitted(record));
    }

    private static RecordObject Read(string json) => Assert.IsType<RecordObject>(RecordValue.Read(Encoding.UTF8.GetBytes(json), 0));
}
