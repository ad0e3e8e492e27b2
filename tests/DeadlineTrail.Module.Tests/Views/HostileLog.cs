using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.SignIns;
using DeadlineTrail.Module.Tests.Trails;

namespace DeadlineTrail.Module.Tests.Views;

/// <summary>Logs in which every field of every kind of record attacks whoever reads it, one field at a time and all at once.</summary>
internal static class HostileLog
{
    // Half a surrogate pair is written with an escape, and JSON's own writers write none.
    private const string HalfPair = "HALFPAIR";

    internal static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sequences"] = "\u001b[31m\u001b]0;t\u0007\u001b]8;;http://x\u001b\\\u009b2J\u009d0;t\u009c\u0090q",
        ["directions"] = "\u202egnp\u202d\u2066a\u2069\u200f\u061c\u200b\u200d\u2060\u00ad\ufeff\U000e0041",
        ["lines"] = "a\nb\r\nc\td\u2028e\u2029f\u0085g\u000b\u000ch\u007f\b\0",
        ["halves"] = HalfPair,
        ["formulas"] = "=cmd|' /C calc'!A0 +1 -1 @SUM(A1) <b>&amp;</b> [click](http://x) $(Get-Date) `n {0} %n",
        ["length"] = new string('w', 600) + "\U0001f600" + new string('\u0301', 50),
    };

    // Without these a record would not be found, or be another one.
    private static readonly string[] Structure = ["eventVersion", "eventTime"];

    /// <summary>The log for a text, by its name.</summary>
    internal static string Of(string name) => TrailFolder.Log(Poisoned(Texts[name])).Replace(HalfPair, "\\ud800x\\udc00", StringComparison.Ordinal);

    /// <summary>Whether a terminal would do more with it than show it.</summary>
    internal static bool IsHarmful(char character) => character != '\n' && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || (char.IsSurrogate(character) && !IsEmoji(character));

    // Both halves of the one that is in the texts.
    private static bool IsEmoji(char character) => "\U0001f600".Contains(character, StringComparison.Ordinal);

    /// <summary>Records of every kind: each with the text in one field after the other, and in all at once.</summary>
    private static IEnumerable<JsonObject> Poisoned(string text)
    {
        JsonObject[] kinds =
        [
            HandWritten.Record(1, record =>
            {
                record["errorCode"] = "AccessDenied";
                record["errorMessage"] = "User: x is not authorized";
                record["resources"] = new JsonArray(new JsonObject { ["ARN"] = "arn:aws:deadline:us-west-2:111122223333:farm/x", ["type"] = "AWS::Deadline::Farm", ["accountId"] = "1" });
            }),
            HandWritten.Record(2, record =>
            {
                record["eventName"] = "CreateQueue";
                record["responseElements"] = new JsonObject { ["queueId"] = HandWritten.Queue };
                record["requestParameters"]!.AsObject().Remove("queueId");
                record["requestParameters"]!["tags"] = new JsonObject { ["team"] = "x" };
            }),
            HandWritten.Record(3, record => record["requestParameters"] = new JsonObject
            {
                ["farmId"] = HandWritten.Farm, ["queueId"] = HandWritten.Queue, ["displayName"] = "x", ["description"] = "x", ["defaultBudgetAction"] = "NONE", ["allowedStorageProfileIdsToAdd"] = new JsonArray("x"),
            }),
            HandWritten.Record(4, record =>
            {
                record["eventName"] = "AssociateMemberToQueue";
                record["requestParameters"] = new JsonObject { ["farmId"] = HandWritten.Farm, ["queueId"] = HandWritten.Queue, ["principalId"] = "x", ["principalType"] = "USER", ["membershipLevel"] = "OWNER" };
            }),
            SignInRecords.SignIn(10), SignInRecords.Failure(11), SignInRecords.Grant(12), SignInRecords.Call(13, 12), SignInRecords.Call(14, 12, "UpdateQueue", "198.51.100.1"),
        ];
        var number = 0;
        foreach (var kind in kinds)
        {
            var places = Places(kind, []).ToList();
            yield return kind;
            foreach (var place in places)
            {
                yield return Put(kind, [place], text, ++number);
            }

            yield return Put(kind, [.. places.Where(place => place is not ["eventSource"])], text, ++number);
        }
    }

    private static JsonObject Put(JsonObject kind, List<string[]> places, string text, int number)
    {
        var record = kind.DeepClone().AsObject();
        foreach (var place in places)
        {
            JsonNode parent = record;
            foreach (var name in place[..^1])
            {
                parent = parent is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)]! : parent[name]!;
            }

            if (parent is JsonArray items)
            {
                items[int.Parse(place[^1], CultureInfo.InvariantCulture)] = text;
            }
            else
            {
                // The name of a member is somebody's text as well, where it is no field of the record.
                parent[place[^1]] = text;
                if (place.Length > 1)
                {
                    parent[text] = text;
                }
            }
        }

        if (places.All(static place => place is not ["eventID"]))
        {
            record["eventID"] = $"{number}";
        }

        return record;
    }

    private static IEnumerable<string[]> Places(JsonNode node, string[] path) => node switch
    {
        JsonObject members => members.Where(member => member.Value is not null && !Structure.Contains(member.Key)).SelectMany(member => Places(member.Value!, [.. path, member.Key])),
        JsonArray items => items.SelectMany((item, at) => Places(item!, [.. path, at.ToString(CultureInfo.InvariantCulture)])),
        _ => [path],
    };
}
