using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// Reads a bookmark strictly: what is not exactly as it was written is refused. To begin afresh instead would return
/// everything again, or pass over something, and nobody would know.
/// </summary>
internal static class BookmarkReader
{
    private const int SealLength = 64;

    /// <summary>Reads the file's bytes.</summary>
    /// <param name="bytes">All of them.</param>
    /// <param name="path">The file, for errors.</param>
    /// <exception cref="BookmarkException">It is not a bookmark, not whole, or of a later version.</exception>
    internal static Bookmark Read(byte[] bytes, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != BookmarkWriter.Format)
            {
                throw new FormatException("it does not say that it is a bookmark of DeadlineTrail");
            }

            if (root.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number > BookmarkWriter.Version)
            {
                throw new BookmarkException(BookmarkProblem.TooNew, path, $"The bookmark \"{path}\" was written by a later version of DeadlineTrail (its format is {number}, this version knows {BookmarkWriter.Version}). Update the module on this machine.");
            }

            CheckSeal(bytes);
            return Root(root);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            throw new BookmarkException(
                BookmarkProblem.Damaged,
                path,
                $"\"{path}\" is not a bookmark that can be trusted: {wrong.Message.TrimEnd('.')}. Nothing was read. Put a good copy of it there, or delete it and begin again with -StartTime at the time up to which you have the events.",
                wrong);
        }
    }

    private static void CheckSeal(byte[] bytes)
    {
        var tail = BookmarkWriter.BeforeSeal.Length + SealLength + BookmarkWriter.BehindSeal.Length;
        if (bytes.Length > tail)
        {
            using var sha = SHA256.Create();
            var seal = Hex.Of(sha.ComputeHash(bytes, 0, bytes.Length - tail));
            if (Encoding.ASCII.GetString(bytes, bytes.Length - tail, tail) == BookmarkWriter.BeforeSeal + seal + BookmarkWriter.BehindSeal)
            {
                return;
            }
        }

        throw new FormatException("its checksum does not fit, so it was edited or damaged");
    }

    private static Bookmark Root(JsonElement root)
    {
        var members = Members(root, "format", "version", "run", "source", "filters", "start", "groups", "returned", "sha256");
        if (members[1].GetInt32() != BookmarkWriter.Version)
        {
            throw new FormatException("its version is unknown");
        }

        var bookmark = new Bookmark(Source(members[3]), Texts(members[4]), Time(Text(members[5]), BookmarkWriter.TimeForm)) { Run = members[2].GetInt64() };
        foreach (var element in members[6].EnumerateArray())
        {
            var group = Group(element);
            if (bookmark.Groups.ContainsKey(group.Name))
            {
                throw new FormatException($"the group \"{group.Name}\" is there twice");
            }

            bookmark.Groups.Add(group.Name, group);
        }

        foreach (var day in members[7].EnumerateObject())
        {
            Returned(bookmark.Returned, Time(day.Name, BookmarkWriter.DayForm), day.Value.GetBytesFromBase64());
        }

        return bookmark;
    }

    private static BookmarkSource Source(JsonElement element)
    {
        if (element.TryGetProperty("bucket", out _))
        {
            var members = Members(element, "bucket", "prefix", "organization");
            return new BookmarkSource
            {
                Bucket = Text(members[0]),
                KeyPrefix = Text(members[1]),
                OrganizationId = members[2].ValueKind == JsonValueKind.Null ? null : Text(members[2]),
            };
        }

        var history = Members(element, "account", "regions");
        var regions = new List<string>();
        foreach (var region in history[1].EnumerateArray())
        {
            regions.Add(Text(region));
        }

        return new BookmarkSource { AccountId = Text(history[0]), Regions = regions };
    }

    private static BookmarkGroup Group(JsonElement element)
    {
        var members = Members(element, "name", "high", "days");
        var group = new BookmarkGroup(Text(members[0])) { HighTicks = Time(Text(members[1]), BookmarkWriter.TimeForm) };
        foreach (var day in members[2].EnumerateObject())
        {
            var read = Members(day.Value, "names", "damaged");
            var names = group.Day(new DateTime(Time(day.Name, BookmarkWriter.DayForm)));
            foreach (var name in read[0].EnumerateArray())
            {
                names.Whole.Add(Text(name));
            }

            foreach (var damaged in Texts(read[1]))
            {
                names.Damaged[damaged.Key] = damaged.Value;
            }
        }

        return group;
    }

    private static void Returned(ReturnedEvents returned, long day, byte[] keys)
    {
        if (keys.Length % BookmarkWriter.KeySize != 0)
        {
            throw new FormatException("the events returned on a day are cut off");
        }

        for (var at = 0; at < keys.Length; at += BookmarkWriter.KeySize)
        {
            returned.Add(day, new ReturnedKey(BinaryPrimitives.ReadUInt64BigEndian(keys.AsSpan(at)), BinaryPrimitives.ReadUInt64BigEndian(keys.AsSpan(at + 8))));
        }
    }

    private static SortedDictionary<string, string> Texts(JsonElement element)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            texts[property.Name] = Text(property.Value);
        }

        return texts;
    }

    private static string Text(JsonElement element) => element.GetString() ?? throw new FormatException("a text is missing");

    private static long Time(string text, string form) => DateTime.ParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal).Ticks;

    /// <summary>Exactly these members, in this order.</summary>
    private static JsonElement[] Members(JsonElement element, params string[] names)
    {
        var members = new JsonElement[names.Length];
        var at = 0;
        foreach (var property in element.EnumerateObject())
        {
            if (at == names.Length || property.Name != names[at])
            {
                throw new FormatException($"\"{property.Name}\" is in a place where it does not belong");
            }

            members[at++] = property.Value;
        }

        return at == names.Length ? members : throw new FormatException($"\"{names[at]}\" is missing");
    }
}
