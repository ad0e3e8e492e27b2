using System;

namespace DeadlineTrail.Parsing;

/// <content>An object where an element may stand: an element, or the envelope of a list of elements.</content>
internal sealed partial class LogReader
{
    /// <summary>Reads the object at the start of the view, on the outermost level, and moves behind it.</summary>
    private void ReadObject()
    {
        // What begins with a field of a record is a record, and is found by one scan.
        if (RecordFieldNames.TryGet(FirstKey(), out _))
        {
            ReadElement();
        }
        else
        {
            ReadEnvelope();
        }
    }

    /// <summary>An array of whole logs is what <c>jq -s</c> makes of several; and behind damage another log may begin.</summary>
    private void ReadElementOrEnvelope(bool isArray)
    {
        if ((isArray || _recovered) && _lists < MostLists && JsonFollower.IsListName(FirstKey()))
        {
            ReadEnvelope();
        }
        else
        {
            ReadElement();
        }
    }

    /// <summary>Reads an object that may hold lists of elements; one that holds none is an element itself.</summary>
    private void ReadEnvelope()
    {
        var isEnvelope = false;
        var follower = JsonFollower.From(_window);
        while (true)
        {
            _cancellation.ThrowIfCancellationRequested();
            switch (follower.Follow(0, toList: true))
            {
                case JsonStop.List when _lists == MostLists:
                    GiveUp($"lists of records stand in each other more than {MostLists} deep");
                    return;
                case JsonStop.List:
                    isEnvelope = true;
                    CheckEnvelope(follower.Offset);
                    _window.Advance(follower.Offset);
                    ReadList(isArray: false);
                    if (_gaveUp)
                    {
                        return;
                    }

                    follower = JsonFollower.BehindList(_window);
                    break;
                case JsonStop.Closed when isEnvelope:
                    CheckEnvelope(follower.Offset);
                    _window.Advance(follower.Offset);
                    return;
                case JsonStop.Closed:
                    _elements++;
                    if (IsWanted(follower.Offset))
                    {
                        TakeElement(follower.Offset);
                    }
                    else
                    {
                        _recovered = false;
                        _window.Advance(follower.Offset);
                    }

                    return;
                case JsonStop.TextEnds:
                    EndsInside(isEnvelope ? "the object around a list of records" : "an object that begins here");
                    _window.Advance(_window.Length);
                    return;
                case JsonStop.TooLong:
                    GiveUp(TooLong);
                    return;
                default:
                    Damaged(follower.DamageAt, follower.Reason);
                    ReadOn(FindIntact(isEnvelope ? follower.LastToken : Math.Max(1, follower.LastToken), isEnvelope || _lists > 0 ? true : null));
                    return;
            }
        }
    }

    /// <summary>The name of the first member of the object at the start of the view; empty where none begins shortly.</summary>
    private ReadOnlySpan<byte> FirstKey()
    {
        const int longest = 64;
        _window.Has(longest);
        var view = _window.View.Slice(0, Math.Min(longest, _window.Length));
        return FirstKey(view);
    }

    private static ReadOnlySpan<byte> FirstKey(ReadOnlySpan<byte> json)
    {
        json = JsonBlanks.TrimStart(json.Slice(1));
        if (json.IsEmpty || json[0] != '"')
        {
            return default;
        }

        var end = json.Slice(1).IndexOf((byte)'"');
        return end < 0 ? default : json.Slice(1, end);
    }
}
