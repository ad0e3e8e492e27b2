using System;
using System.Text;
using System.Text.Json;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>One pass over each part of a record that can name something of the farm. Nothing is allocated until something is found.</summary>
internal struct IdentifierReader(bool isDeadline, string? eventName)
{
    // Longer than any identifier the service has; what is longer in such a field is no identifier.
    private const int LongestIdentifier = 1024;

    private static readonly char[] EndsOfArn = [' ', '"', '\'', ',', ';', ')', '\r', '\n'];

    private readonly bool _isDeadline = isDeadline;
    private ResourceNameReader _names = new(isDeadline, eventName);

    public IdentifierCollection? Found { get; private set; }

    public readonly string? ResourceName => _names.Result;

    private enum Part
    {
        Request,
        Response,
        Resources,
    }

    public void ReadRequest(ReadOnlySpan<byte> json) => Read(json, Part.Request);

    public void ReadResponse(ReadOnlySpan<byte> json) => Read(json, Part.Response);

    public void ReadResources(ReadOnlySpan<byte> json) => Read(json, Part.Resources);

    public void ReadError(string? message)
    {
        if (string.IsNullOrEmpty(message))
        {
            return;
        }

        int start = 0;
        while (start < message!.Length && (start = message.IndexOf("arn:", start, StringComparison.Ordinal)) >= 0)
        {
            int end = message.IndexOfAny(EndsOfArn, start);
            end = end < 0 ? message.Length : end;
            ReadArn(message.Substring(start, end - start).TrimEnd('.', ':'), IdentifierPlace.ErrorText);
            start = end;
        }

        Scan(Encoding.UTF8.GetBytes(message), IdentifierPlace.ErrorText);
    }

    private void Read(ReadOnlySpan<byte> json, Part part)
    {
        if (json.Length <= 4)
        {
            return;
        }

        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            ReadTokens(ref reader, part);
        }
        catch (JsonException)
        {
            // The record's own reader reports damage; what stood before it is found all the same.
        }
    }

    private void ReadTokens(ref Utf8JsonReader reader, Part part)
    {
        ReadOnlySpan<byte> field = default;
        IdentifierKind? kind = null;
        bool inTags = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    field = Unescaped(ref reader);
                    // The keys of tags are chosen by users: a tag called jobId names no job by being called so.
                    inTags = reader.CurrentDepth > 1 ? inTags : field.SequenceEqual("tags"u8);
                    kind = _isDeadline && !inTags && part != Part.Resources ? IdentifierFields.KindOf(field) : null;
                    Scan(field, IdentifierPlace.Mention);
                    break;
                case JsonTokenType.String:
                    ReadOnlySpan<byte> value = Unescaped(ref reader);
                    ReadValue(value, field, kind, reader.CurrentDepth, part);
                    _names.Read(ref reader, field, part == Part.Request, inTags);
                    break;
            }
        }
    }

    private void ReadValue(ReadOnlySpan<byte> value, ReadOnlySpan<byte> field, IdentifierKind? kind, int depth, Part part)
    {
        if (value.StartsWith("arn:"u8) && value.IndexOf(":deadline:"u8) > 0)
        {
            bool namesResource = part == Part.Resources || (part == Part.Request && depth == 1 && field.SequenceEqual("resourceArn"u8));
            ReadArn(ToText(value), namesResource ? IdentifierPlace.Resource : IdentifierPlace.Mention);
        }
        else if (kind is IdentifierKind known && value.Length is > 0 and <= LongestIdentifier && !HiddenValue.Is(value))
        {
            (Found ??= new()).Add(known, value, part == Part.Request
                ? depth == 1 ? IdentifierPlace.Request : IdentifierPlace.RequestItem
                : depth == 1 ? IdentifierPlace.Response : IdentifierPlace.Mention);
        }

        Scan(value, part == Part.Request && !_isDeadline ? IdentifierPlace.RequestText : IdentifierPlace.Mention);
    }

    private void ReadArn(string text, IdentifierPlace place)
    {
        if (DeadlineArn.TryParse(text) is DeadlineArn arn)
        {
            foreach ((IdentifierKind kind, string id) in arn.Parts)
            {
                (Found ??= new()).Add(kind, id, place);
            }
        }
    }

    private void Scan(ReadOnlySpan<byte> text, IdentifierPlace place)
    {
        IdentifierScanner scanner = new(text);
        while (scanner.MoveNext())
        {
            (Found ??= new()).Add(scanner.Kind, scanner.Identifier, place);
        }
    }

    private static ReadOnlySpan<byte> Unescaped(scoped ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Decode(ref reader)) : reader.ValueSpan;

    private static unsafe string ToText(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* bytes = utf8)
        {
            return Encoding.UTF8.GetString(bytes, utf8.Length);
        }
    }
}
