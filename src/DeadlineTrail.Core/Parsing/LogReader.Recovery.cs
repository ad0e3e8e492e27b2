using System;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <content>
/// Finding intact records again behind damage.
/// </content>
/// <remarks>
/// A flipped quote turns every string that follows inside out, so an element that does not parse may have swallowed
/// intact ones: the search begins right behind its opening brace, not at its apparent end. (An element that was dropped
/// unparsed cannot have: none of its bytes held the needle, whatever was string and what was not.) Objects inside a
/// damaged record are not records, however much they look like one. Two things tell them apart: they are the value of a
/// member, or the list they stand in goes on with the next member of an object.
/// </remarks>
internal sealed partial class LogReader
{
    /// <summary>Looks for the next intact record, takes it and moves behind it; without one, moves to the end.</summary>
    /// <param name="from">Where in the view to begin.</param>
    /// <param name="until">Where the apparent end of the damaged element is, or null: a record that begins behind it is left
    /// to the ordinary reading.</param>
    /// <returns>False when the text ends before an intact record.</returns>
    private bool FindIntact(int from, int? until)
    {
        var before = (byte)',';
        _window.Advance(Math.Min(from, _window.Length));
        var left = until - from;
        while (true)
        {
            _cancellation.ThrowIfCancellationRequested();
            var reach = left is null ? _window.Length : Math.Min(_window.Length, left.Value);
            var brace = _window.View.Slice(0, reach).IndexOf((byte)'{');
            var passed = brace < 0 ? reach : brace;
            before = LastNonBlank(_window.View.Slice(0, passed), before);
            _window.Advance(passed);
            left -= passed;
            if (brace < 0)
            {
                if (left == 0)
                {
                    // Behind the closing brace of the damaged element, where the ordinary reading goes on.
                    _window.Advance(1);
                    return true;
                }

                if (!_window.Fill())
                {
                    return false;
                }

                continue;
            }

            if (before != ':' && BeginsLikeAnElement() && TakeIntact())
            {
                return true;
            }

            before = (byte)'{';
            _window.Advance(1);
            left--;
        }
    }

    private bool TakeIntact()
    {
        var length = IntactLength();
        if (length < 0)
        {
            return false;
        }

        var parsed = _parser.Parse(_window.View.Slice(0, length));
        if (parsed.Kind != ElementKind.Record || IsInsideAnObject(length))
        {
            return false;
        }

        // The check may have brought more into view, and moved it.
        parsed = _parser.Parse(_window.View.Slice(0, length));
        _elements++;
        _visitor.Record(parsed, new RecordPlace(_elements, _window.Position, Recovered: true));
        _window.Advance(length);
        return true;
    }

    /// <summary>The length of the object at the start of the view if it is valid JSON throughout, else -1.</summary>
    private int IntactLength()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_window.View, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ElementParser.MaxDepth }));
            try
            {
                reader.Read();
                if (reader.TrySkip())
                {
                    return (int)reader.BytesConsumed;
                }
            }
            catch (JsonException)
            {
                return -1;
            }

            if (_window.Length > LongestElement || !_window.Fill())
            {
                return -1;
            }
        }
    }

    /// <summary>Whether what follows shows that the object stands in a list that is itself a member of an object.</summary>
    private bool IsInsideAnObject(int at)
    {
        var closed = false;
        while (true)
        {
            at = BlanksFrom(at);
            if (!_window.Has(at))
            {
                return false;
            }

            switch (_window[at])
            {
                case (byte)']' or (byte)'}':
                    closed = true;
                    at++;
                    break;
                case (byte)',' when closed:
                    at = BlanksFrom(at + 1);
                    return _window.Has(at) && _window[at] == '"' && !IsTokenOfAPage(at + 1);
                default:
                    return false;
            }
        }
    }

    /// <summary>A page of LookupEvents or FilterLogEvents goes on behind its list with these.</summary>
    private bool IsTokenOfAPage(int at)
    {
        _window.Has(at + 16);
        var name = _window.View.Slice(at);
        return name.StartsWith("NextToken\""u8) || name.StartsWith("next"u8) || name.StartsWith("searchedLogStreams\""u8);
    }

    /// <summary>Cheap, so that a file of nothing but braces is passed over quickly: only a known first name is worth a parse.</summary>
    private bool BeginsLikeAnElement()
    {
        var name = FirstKey();
        return RecordFieldNames.TryGet(name, out _) || IsEnvelopeName(name);
    }

    private static bool IsEnvelopeName(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("EventId"u8) || name.SequenceEqual("EventName"u8) || name.SequenceEqual("CloudTrailEvent"u8)
        || name.SequenceEqual("version"u8) || name.SequenceEqual("detail"u8) || name.SequenceEqual("detail-type"u8)
        || name.SequenceEqual("logStreamName"u8) || name.SequenceEqual("timestamp"u8) || name.SequenceEqual("message"u8)
        || name.SequenceEqual("id"u8);

    private static byte LastNonBlank(ReadOnlySpan<byte> text, byte otherwise)
    {
        text = JsonBlanks.TrimEnd(text);
        return text.IsEmpty ? otherwise : text[text.Length - 1];
    }
}
