using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// Writes a bookmark as JSON text. The last member is a SHA-256 of everything before it, so that a file which was cut,
/// damaged or edited is told from one that was not.
/// </summary>
internal static class BookmarkWriter
{
    internal const string Format = "DeadlineTrail bookmark";
    internal const int Version = 1;
    internal const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    internal const string DayForm = "yyyy-MM-dd";
    internal const int KeySize = 16;

    /// <summary>What stands between the sealed part and the seal.</summary>
    internal const string BeforeSeal = ",\"sha256\":\"";

    /// <summary>What stands behind the seal.</summary>
    internal const string BehindSeal = "\"}\n";

    /// <summary>Gives the file's bytes.</summary>
    internal static byte[] Write(Bookmark bookmark)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            json.WriteNumber("run", bookmark.Run);
            Source(json, bookmark.Source);
            json.WriteStartObject("filters");
            foreach (var filter in bookmark.Filters)
            {
                json.WriteString(filter.Key, filter.Value);
            }

            json.WriteEndObject();
            json.WriteString("start", Time(bookmark.StartTicks, TimeForm));
            json.WriteStartArray("groups");
            foreach (var group in bookmark.Groups.Values)
            {
                Group(json, group);
            }

            json.WriteEndArray();
            json.WriteStartObject("returned");
            foreach (var day in bookmark.Returned.Days)
            {
                json.WriteBase64String(Time(day.Key, DayForm), Bytes(day.Value));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        // The brace that closes it goes behind the seal.
        text.SetLength(text.Length - 1);
        using var sha = SHA256.Create();
        var seal = Hex.Of(sha.ComputeHash(text.ToArray()));
        var end = Encoding.ASCII.GetBytes(BeforeSeal + seal + BehindSeal);
        text.Position = text.Length;
        text.Write(end, 0, end.Length);
        return text.ToArray();
    }

    private static void Source(Utf8JsonWriter json, BookmarkSource source)
    {
        json.WriteStartObject("source");
        if (source.Bucket is not null)
        {
            json.WriteString("bucket", source.Bucket);
            json.WriteString("prefix", source.KeyPrefix);
            json.WriteString("organization", source.OrganizationId);
        }
        else
        {
            json.WriteString("account", source.AccountId);
            json.WriteStartArray("regions");
            foreach (var region in source.Regions)
            {
                json.WriteStringValue(region);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter json, BookmarkGroup group)
    {
        json.WriteStartObject();
        json.WriteString("name", group.Name);
        json.WriteString("high", Time(group.HighTicks, TimeForm));
        json.WriteStartObject("days");
        foreach (var day in group.Days)
        {
            json.WriteStartObject(Time(day.Key, DayForm));
            json.WriteStartArray("names");
            foreach (var name in day.Value.Whole)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteStartObject("damaged");
            foreach (var damaged in day.Value.Damaged)
            {
                json.WriteString(damaged.Key, damaged.Value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static byte[] Bytes(HashSet<ReturnedKey> keys)
    {
        var bytes = new byte[KeySize * keys.Count];
        var at = 0;
        foreach (var key in keys)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(at), key.Id);
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(at + 8), key.Content);
            at += KeySize;
        }

        return bytes;
    }

    private static string Time(long ticks, string form) => new DateTime(ticks).ToString(form, CultureInfo.InvariantCulture);
}
