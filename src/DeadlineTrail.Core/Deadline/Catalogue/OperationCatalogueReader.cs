using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Text.Json;

namespace DeadlineTrail.Deadline;

/// <summary>
/// Reads operations.json. Token by token, since a reflecting deserializer costs more than the whole file does
/// and the first use may be a key press at the prompt.
/// </summary>
internal static class OperationCatalogueReader
{
    private static readonly IReadOnlyList<string> s_none = Array.Empty<string>();

    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    /// <exception cref="InvalidDataException">The JSON is not a catalogue.</exception>
    internal static OperationCatalogue Read(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8);
        string apiVersion = "";
        List<TrailAction> actions = new(160);

        reader.Read();
        while (NextProperty(ref reader, out string property))
        {
            switch (property)
            {
                case "eventSource": break;
                case "apiVersion": apiVersion = Text(ref reader); break;
                case "operations": ReadOperations(ref reader, actions); break;
                default: throw Unexpected(property);
            }
        }

        return new OperationCatalogue(apiVersion, actions);
    }

    private static void ReadOperations(ref Utf8JsonReader reader, List<TrailAction> actions)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            actions.Add(ReadOperation(ref reader));
        }
    }

    private static TrailAction ReadOperation(ref Utf8JsonReader reader)
    {
        string name = "", eventClass = "", access = "", level = "", resource = "", does = "";
        string? cloudTrailResource = null, iam = null, since = null, membership = null, note = null;
        IReadOnlyList<string> calledBy = s_none, inferred = s_none, request = s_none, response = s_none, sensitive = s_none;
        bool shared = false, documentedOnly = false;

        while (NextProperty(ref reader, out string property))
        {
            switch (property)
            {
                case "name": name = Text(ref reader); break;
                case "class": eventClass = Text(ref reader); break;
                case "cloudTrailResource": cloudTrailResource = Text(ref reader); break;
                case "access": access = Text(ref reader); break;
                case "level": level = Text(ref reader); break;
                case "resource": resource = Text(ref reader); break;
                case "iam": iam = Text(ref reader); break;
                case "since": since = Text(ref reader); break;
                case "calledBy": calledBy = Texts(ref reader); break;
                case "membership": membership = Text(ref reader); break;
                case "shared": shared = Flag(ref reader); break;
                case "documentedOnly": documentedOnly = Flag(ref reader); break;
                case "inferred": inferred = Texts(ref reader); break;
                case "does": does = Text(ref reader); break;
                case "note": note = Text(ref reader); break;
                case "request": request = Texts(ref reader); break;
                case "response": response = Texts(ref reader); break;
                case "sensitive": sensitive = Texts(ref reader); break;
                default: throw Unexpected(property);
            }
        }

        return new TrailAction
        {
            Name = name,
            EventClass = eventClass,
            CloudTrailResourceType = cloudTrailResource,
            Access = access,
            AccessLevel = level,
            ResourceType = resource,
            IamAction = iam,
            Since = since,
            CalledBy = calledBy,
            MinimumMembershipLevel = membership,
            IsShared = shared,
            IsDocumentedOnly = documentedOnly,
            Inferred = inferred,
            Description = does,
            Note = note,
            RequestIdentifiers = request,
            ResponseIdentifiers = response,
            SensitiveParameters = sensitive,
        };
    }

    /// <summary>Steps to the value of the object's next property; false at the object's end.</summary>
    private static bool NextProperty(ref Utf8JsonReader reader, out string property)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            property = "";
            return false;
        }

        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            throw Unexpected(ref reader);
        }

        property = Text(ref reader);
        reader.Read();
        return true;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw Unexpected(ref reader);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException noText)
        {
            throw new InvalidDataException($"The catalogue has something at byte {reader.TokenStartIndex} that is no text: invalid UTF-8 or half a surrogate pair.", noText);
        }
    }

    private static bool Flag(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.True or JsonTokenType.False
        ? reader.GetBoolean()
        : throw Unexpected(ref reader);

    private static IReadOnlyList<string> Texts(ref Utf8JsonReader reader)
    {
        List<string> texts = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(Text(ref reader));
        }

        // The lists are shared by everyone who asks: nobody may write into them.
        return texts.Count == 0 ? s_none : new ReadOnlyCollection<string>(texts);
    }

    private static InvalidDataException Unexpected(ref Utf8JsonReader reader) =>
        new($"The catalogue has a token of kind {reader.TokenType} at byte {reader.TokenStartIndex}, where something else was expected.");

    private static InvalidDataException Unexpected(string property) =>
        new($"The catalogue has the property '{property}', which nothing here understands.");
}
