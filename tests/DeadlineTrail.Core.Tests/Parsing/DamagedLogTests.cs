using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DeadlineTrail.Core.Tests.Parsing.Compression;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>Damage with a face: what happened to a log, what comes out of it, and what is told.</summary>
public class DamagedLogTests
{
    private const string LookAlike = """{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"deadline.amazonaws.com","eventName":"DeleteFarm","eventID":"LOOK"}""";

    [Fact]
    public void An_example_with_commas_missing_and_too_many_gives_one_error_and_no_event()
    {
        // In the manner of the CreateFarm example in AWS's older documentation.
        const string example = """
            {
                "eventVersion": "0",
                "userIdentity": {
                    "type": "AssumedRole",
                    "principalId": "EXAMPLE-PrincipalID:EXAMPLE-Session",
                    "accountId": "111122223333",
                    "sessionContext": {
                        "sessionIssuer": {
                            "type": "Role",
                        },
                        "webIdFederationData": {},
                    }
                },
                "eventTime": "2021-03-08T23:25:49Z",
                "eventSource": "deadline.amazonaws.com",
                "eventName": "CreateFarm",
                "requestParameters": {
                    "displayName": "example-farm",
                    "tags": [{"key": "a", "value": "b"}],
                },
                "responseElements": {
                    "farmId": "EXAMPLE-farmID"
                }
                "requestID": "EXAMPLE-requestID",
                "eventType": "AwsApiCall"
                "recipientAccountId": "111122223333",
            }
            """;
        foreach (var needle in new[] { false, true })
        {
            foreach (var text in new[] { example, $$"""{"Records":[{{example}}]}""", $"[{example}]" })
            {
                var reading = LogReading.Of(text, needle);

                Assert.Empty(reading.Records);
                Assert.Empty(reading.NotEvents);
                var damage = Assert.Single(reading.Damages);
                Assert.Contains("trailing comma", damage.Reason, StringComparison.Ordinal);
                Assert.Equal(text.IndexOf("\"Role\",", StringComparison.Ordinal), text.LastIndexOf("\"Role\"", (int)damage.Position, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("{\"Records\":[A,B,]}", "AB")]
    [InlineData("{\"Records\":[,A,B]}", "AB")]
    [InlineData("{\"Records\":[A,,B]}", "AB")]
    [InlineData("{\"Records\":[A B]}", "AB")]
    [InlineData("{\"Records\":[A,1,B]}", "AB")]
    [InlineData("{\"Records\":[A,null,B]}", "AB")]
    [InlineData("{\"Records\":[A,[B]]}", "A")]
    [InlineData("{\"Records\":[A,\"x\",B]}", "AB")]
    [InlineData("{\"Records\":[A,B}", "AB")]
    [InlineData("{\"Records\":[A,B]", "AB")]
    [InlineData("{\"Records\":[A,B", "AB")]
    [InlineData("{\"Records\":[A,B,", "AB")]
    [InlineData("{\"Records\":[A,B]}}", "AB")]
    [InlineData("{\"Records\":[A,B]]}", "AB")]
    [InlineData("{\"Records\" [A,B]}", "AB")]
    [InlineData("{Records:[A,B]}", "AB")]
    [InlineData("{\"Records\":A,B]}", "B")]
    [InlineData("\"Records\":[A,B]}", "AB")]
    [InlineData("[A,B]}", "AB")]
    [InlineData("A,B]}", "AB")]
    [InlineData("A,\nB", "AB")]
    [InlineData("A;\nB;\nC;\n", "ABC")]
    [InlineData("garbage A\ngarbage B\n", "AB")]
    [InlineData("<14>1 host: A\n<14>1 host: B\n<14>1 host: C\n", "ABC")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11\",\"x\":tru},B,C]}", "ABC")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11,\"x\":1},B,C]}", "ABC")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11\",\"x\":{\"y\":1,B,C]}", "ABC")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11\",\"x\":[LOOK,LOOK],\"y\":z},B]}", "AB")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":z,\"x\":[LOOK,LOOK],\"y\":LOOK},B]}", "AB")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":z,\"x\":{\"y\":[[LOOK],[LOOK]]}}]}", "A")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11\",\"x\":[LOOK,LOOK", "A")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11\",\"x\":[LOOK,LOOK]", "A")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11\",\"x\":[LOOK]}]", "A")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11\",\"x\":1,{\"Records\":[B,C]}", "ABC")]
    [InlineData("{\"Records\":[A,{\"eventVersion\":\"1.11\",\"x\":\"{\"Records\":[B,C]}", "ABC")]
    [InlineData("{\"Records\":[{\"eventVersion\":z},A,{\"eventVersion\":z},B,{\"eventVersion\":z},C]}", "ABC")]
    [InlineData("{\"Records\":[{\"a\":\"},A,{\"a\":\"},B,{\"b\":},C]}", "ABC")]
    [InlineData("{\"eventVersion\":z,\"resources\":[LOOK]}\nA\nB", "AB")]
    [InlineData("{\"eventVersion\"z,\"x\":{\"y\":[LOOK]}}\nA\nB", "AB")]
    public void Intact_records_come_out_and_look_alikes_do_not(string pattern, string expected)
    {
        var text = pattern.Replace("LOOK", "#", StringComparison.Ordinal)
            .Replace("A", Intact("A"), StringComparison.Ordinal).Replace("B", Intact("B"), StringComparison.Ordinal)
            .Replace("C]", Intact("C") + "]", StringComparison.Ordinal).Replace("C;", Intact("C") + ";", StringComparison.Ordinal)
            .Replace("C\n", Intact("C") + "\n", StringComparison.Ordinal).Replace("#", LookAlike, StringComparison.Ordinal);
        foreach (var needle in new[] { false, true })
        {
            var reading = LogReading.Of(text, needle);

            Assert.Equal(expected, string.Concat(reading.Records.Select(record => record.Id)));
            Assert.True(needle || reading.Damages.Count > 0);
            Assert.Equal(
                reading.Damages.Select(damage => damage.Position).Order(), reading.Damages.Select(damage => damage.Position));
        }
    }

    [Fact]
    public void A_record_that_is_closed_too_early_does_not_pass_for_a_whole_one()
    {
        // Its error stands behind the stray brace: without it, the call would seem to have worked.
        var cut = Intact("X").Replace("\"eventID\"", "\"requestParameters\":null},\"errorCode\":\"AccessDenied\",\"eventID\"", StringComparison.Ordinal);

        var reading = LogReading.Of($$"""{"Records":[{{Intact("A")}},{{cut}},{{Intact("B")}}]}""");

        Assert.Equal(["A", "B"], reading.Records.Select(record => record.Id));
        Assert.Contains("members go on", Assert.Single(reading.Damages).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_told_where_it_is_in_the_text()
    {
        var text = $$"""{"Records":[{{Intact("A")}}, {"eventVersion":"1.11","x":?}]}""";

        Assert.Equal(text.IndexOf('?', StringComparison.Ordinal), Assert.Single(LogReading.Of(text).Damages).Position);
        var behind = $$"""{"NextToken":"t","Events":[{{Intact("A")}}],"x":?}""";
        Assert.Equal(behind.IndexOf('?', StringComparison.Ordinal), Assert.Single(LogReading.Of(behind).Damages).Position);
        Assert.Equal(text.IndexOf('?', StringComparison.Ordinal) + 2, Assert.Single(LogReading.Of("\r\n" + text).Damages).Position);
    }

    [Fact]
    public void A_reason_shows_no_control_character_of_the_text_and_is_short()
    {
        foreach (var value in new[] { "tru\u001b]0;title\u0007" + new string('x', 10_000), "\u001b[2J", "nul\u009b31m", "fals\u202e" })
        {
            var reason = Assert.Single(LogReading.Of("{\"eventVersion\":" + value + "}").Damages).Reason;

            Assert.DoesNotContain(reason, character => char.IsControl(character) || character == '\u202e');
            Assert.InRange(reason.Length, 10, 300);
        }
    }

    [Fact]
    public void Half_surrogate_pairs_and_invalid_text_in_names_and_values_stop_nothing()
    {
        foreach (var name in new[] { "\\ud800", "\\udc00x", "det\\ud800", "\\ud800eadline.amazonaws.com" })
        {
            var odd = $$"""{"{{name}}":"{{name}}","eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"{{name}}","eventName":"{{name}}"}""";
            Assert.Equal([odd, Intact("A")], LogReading.Of($"[{odd},{Intact("A")}]").Records.Select(record => record.Raw));
            Assert.Equal([Intact("A")], LogReading.Of($"[{{\"{name}\":1}},{Intact("A")}]").Records.Select(record => record.Raw));
        }

        byte[] invalid = [.. "[{\"a\":\""u8, 0xC3, 0x28, 0xFF, .. "\",\""u8, 0xFF, .. "\":1},"u8, .. Encoding.UTF8.GetBytes(Intact("A")), .. "]"u8];
        Assert.Equal(["A"], LogReading.Of(invalid).Records.Select(record => record.Id));
    }

    [Fact]
    public void A_wrapped_record_with_half_a_surrogate_pair_is_shown_with_a_replacement()
    {
        var wrapped = Intact("A").Replace("GetJob", "Get\uFFFDJob", StringComparison.Ordinal);
        var text = "{\"CloudTrailEvent\":\"" + wrapped.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\uFFFD", "\\ud800", StringComparison.Ordinal) + "\"}";

        Assert.Equal([wrapped], LogReading.Of(text).Records.Select(record => record.Raw));
    }

    [Fact]
    public void More_damages_than_anyone_reads_are_counted()
    {
        var text = "[" + string.Join(",", Enumerable.Repeat("{\"eventVersion\":z}," + Intact("A"), 100)) + "]";

        var reading = LogReading.Of(text);

        Assert.Equal(100, reading.Records.Count);
        Assert.Equal(17, reading.Damages.Count);
        Assert.Contains("84 more", reading.Damages[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_gzip_gives_the_records_before_the_damage_and_tells_of_it()
    {
        var records = Enumerable.Range(0, 40).Select(number => Intact($"N{number}")).ToArray();
        var text = Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(",", records)}}]}""");
        var file = GzipFile.Of(text);
        List<byte[]> damaged = [file[..^4], file[..^8], file[..^9], [.. file, 1, 2, 3]];
        for (var at = 0; at < file.Length; at++)
        {
            var flipped = (byte[])file.Clone();
            flipped[at] ^= (byte)(1 << (at % 8));
            damaged.Add(flipped);
            if (at >= 2)
            {
                damaged.Add(file[..at]);
            }
        }

        var silent = 0;
        foreach (var bytes in damaged)
        {
            var reading = LogReading.Of(bytes);
            silent += reading.Damages.Count == 0 ? 1 : 0;
            Assert.InRange(reading.Examined, 0, (12 * reading.Bytes) + 4096);
        }

        // The time in the header, its flag for text and the name of the system are free: ten bytes, a bit of each.
        Assert.InRange(silent, 1, 10);
        Assert.Equal(records, LogReading.Of(file[..^4]).Records.Select(record => record.Raw));
        Assert.Equal(records, LogReading.Of([.. file, 1, 2, 3]).Records.Select(record => record.Raw));
        for (var at = 100; at < file.Length - 8; at++)
        {
            // The runtime's own reader inflates a file that is cut, and says nothing: so many records are whole in it.
            var whole = Encoding.UTF8.GetString(Reading.Silently(file[..at])).Split("\"}").Length - 1;
            Assert.Equal(records.Take(whole), LogReading.Of(file[..at]).Records.Select(record => record.Raw));
        }
    }

    private static string Intact(string id) =>
        $$"""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"deadline.amazonaws.com","eventName":"GetJob","eventID":"{{id}}"}""";
}
