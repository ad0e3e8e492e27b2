using System;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>Why following JSON ended.</summary>
internal enum JsonStop
{
    /// <summary>The bracket that was waited for closed.</summary>
    Closed,

    /// <summary>A list of elements begins.</summary>
    List,

    /// <summary>The text ended first.</summary>
    TextEnds,

    /// <summary>It goes on for more bytes than <see cref="LogReader.LongestElement"/>.</summary>
    TooLong,

    /// <summary>It is not JSON.</summary>
    Damaged,
}

/// <summary>
/// Follows JSON through a window, token by token, over as many fills as it takes. Slower than
/// <see cref="ElementScanner"/>, but it stops where the text stops being JSON, and where a bracket may close nothing.
/// </summary>
internal struct JsonFollower
{
    private readonly RecordWindow _window;
    private readonly int _origin;
    private JsonReaderState _state;
    private int _pretended;
    private bool _list;

    private JsonFollower(RecordWindow window, int offset, int maxDepth)
    {
        _window = window;
        _origin = offset;
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth });
        Offset = LastToken = offset;
        Reason = string.Empty;
    }

    /// <summary>Gets the offset, from the start of the view, of the first byte that was not followed.</summary>
    internal int Offset { get; private set; }

    /// <summary>Gets the offset of the last token that was whole and in its place. What damage hides begins here at the
    /// earliest: it may have turned what follows into part of this token.</summary>
    internal int LastToken { get; private set; }

    /// <summary>Gets the offset of the damage.</summary>
    internal int DamageAt { get; private set; }

    /// <summary>Gets how many brackets were open at the damage.</summary>
    internal int DamageDepth { get; private set; }

    /// <summary>Gets why it is damage.</summary>
    internal string Reason { get; private set; }

    /// <summary>Begins at the start of the view.</summary>
    internal static JsonFollower From(RecordWindow window) => new(window, 0, ElementParser.MaxDepth);

    /// <summary>Begins where the first element of a list would, the list being a member of an object. The depth inside the
    /// list is 2.</summary>
    internal static JsonFollower InList(RecordWindow window, int offset)
    {
        var follower = new JsonFollower(window, offset, ElementParser.MaxDepth + 2);
        follower.Pretend("{\"\":["u8);
        return follower;
    }

    /// <summary>Begins behind an element of such a list.</summary>
    internal static JsonFollower BehindElement(RecordWindow window, int offset)
    {
        var follower = InList(window, offset);
        follower.Pretend("{}"u8);
        return follower;
    }

    /// <summary>Goes on behind a list at which <see cref="Follow"/> stopped, and which somebody else has read: the view now
    /// starts behind its closing bracket.</summary>
    internal static JsonFollower BehindList(RecordWindow window)
    {
        var follower = new JsonFollower(window, 0, ElementParser.MaxDepth);
        follower.Pretend("{\"\":[]"u8);
        return follower;
    }

    /// <summary>Follows until a bracket closes, or the end of a value that has none.</summary>
    /// <param name="depth">How many brackets are open around what is waited for.</param>
    /// <param name="toList">Whether to stop where a list of elements begins as a member of the outermost object.</param>
    /// <param name="orScalar">Whether a value without brackets will do.</param>
    internal JsonStop Follow(int depth, bool toList = false, bool orScalar = false)
    {
        while (true)
        {
            var limit = Math.Min(_window.Length, _origin + LogReader.LongestElement);
            var reader = new Utf8JsonReader(_window.View.Slice(Offset, limit - Offset), isFinalBlock: false, _state);
            try
            {
                while (reader.Read())
                {
                    LastToken = Offset + (int)reader.TokenStartIndex;
                    var isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray
                        || (orScalar && reader.TokenType >= JsonTokenType.String);
                    if (isEnd && reader.CurrentDepth == depth)
                    {
                        Take(ref reader);
                        return JsonStop.Closed;
                    }

                    if (toList && reader.CurrentDepth == 1)
                    {
                        if (_list && reader.TokenType == JsonTokenType.StartArray)
                        {
                            Take(ref reader);
                            return JsonStop.List;
                        }

                        _list = reader.TokenType == JsonTokenType.PropertyName && IsListName(JsonTextBytes.Of(ref reader));
                    }
                }
            }
            catch (JsonException damage)
            {
                DamageAt = _origin + JsonDamage.Position(_window.View.Slice(_origin), damage, _pretended);
                _window.Examined += Math.Max(1, DamageAt - Offset);
                DamageDepth = reader.CurrentDepth;
                Reason = JsonDamage.Reason(damage);
                return JsonStop.Damaged;
            }

            Take(ref reader);
            if (limit == _origin + LogReader.LongestElement)
            {
                return JsonStop.TooLong;
            }

            if (!FillMore())
            {
                return JsonStop.TextEnds;
            }
        }
    }

    /// <summary>
    /// The names lists of records go by: log files (Records), LookupEvents (Events), FilterLogEvents and GetLogEvents
    /// (events), CloudWatch Logs subscriptions (logEvents).
    /// </summary>
    internal static bool IsListName(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("Records"u8) || name.SequenceEqual("Events"u8) || name.SequenceEqual("events"u8) || name.SequenceEqual("logEvents"u8);

    private void Take(ref Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        _window.Examined += reader.BytesConsumed;
        Offset += (int)reader.BytesConsumed;
    }

    /// <summary>Twice what is left unfollowed, so that a token of any length is begun again only a few times.</summary>
    private readonly bool FillMore()
    {
        var left = _window.Length - Offset;
        _window.Examined += left;
        var more = false;
        do
        {
            if (!_window.Fill())
            {
                break;
            }

            more = true;
        }
        while (_window.Length - Offset < 2 * left);

        return more;
    }

    private void Pretend(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, _state);
        while (reader.Read())
        {
        }

        _state = reader.CurrentState;
        _pretended += json.Length;
    }
}
