using System;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>The UTF-8 text of a JSON string or name, for comparing.</summary>
internal static class JsonTextBytes
{
    /// <summary>
    /// Gets the text of the string or name the reader is on. Unlike <c>Utf8JsonReader.ValueTextEquals</c>, which throws where
    /// an escape is half a surrogate pair, this gives U+FFFD for what is no text.
    /// </summary>
    internal static ReadOnlySpan<byte> Of(scoped ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Decode(ref reader)) : reader.ValueSpan;
}
