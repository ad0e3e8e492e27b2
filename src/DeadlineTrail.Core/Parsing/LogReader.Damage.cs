using System;
using DeadlineTrail.Parsing.Compression;

namespace DeadlineTrail.Parsing;

/// <content>Telling of damage, and what an element that is damaged leaves to do.</content>
internal sealed partial class LogReader
{
    private const int DamagesTold = 16;

    // Each costs an exception. A log with more is no log.
    private const int MostDamages = 10_000;

    // As much of what follows an element as it takes to see that it is the element's next member.
    private const int LongestNeighbour = 128;

    private static readonly string TooLong =
        $"a record of more than {LongestElement >> 20} MB begins here; what follows in this file was not read";

    private int _damages;
    private bool _cutTold;
    private bool _gaveUp;

    private void ForgetDamage()
    {
        _damages = _failures = 0;
        _cutTold = _gaveUp = _recovered = false;
    }

    /// <summary>An element that does not end, or not as JSON does.</summary>
    private void BrokenElement()
    {
        var follower = JsonFollower.From(_window);
        switch (follower.Follow(0))
        {
            case JsonStop.Closed:
                TakeElement(follower.Offset);
                break;
            case JsonStop.TextEnds:
                // All of it is JSON, and nothing lies behind it.
                EndsInside("a record that begins here");
                _window.Advance(_window.Length);
                break;
            case JsonStop.TooLong:
                GiveUp(TooLong);
                break;
            default:
                Damaged(follower.DamageAt, follower.Reason);
                FindIntact(Math.Max(1, follower.LastToken), _lists > 0);
                break;
        }
    }

    /// <summary>Passes an element of which its parser has told that it is damaged.</summary>
    private void PassDamaged(int length)
    {
        var follower = JsonFollower.From(_window);
        if (follower.Follow(0) == JsonStop.Damaged)
        {
            FindIntact(Math.Max(1, follower.LastToken), _lists > 0);
        }
        else if (!_gaveUp)
        {
            // It is JSON, and so ends where it seems to; it just is no record.
            _window.Advance(length);
        }
    }

    /// <summary>Passes what stands in a list in the place of an element: another JSON value, or no JSON.</summary>
    private void PassValue()
    {
        var follower = JsonFollower.InList(_window, 0);
        if (follower.Follow(2, orScalar: true) == JsonStop.Closed && IsBetweenElements(follower))
        {
            _window.Advance(follower.Offset);
        }
        else
        {
            FindIntact(0, true);
        }
    }

    /// <summary>Whether the list goes on, or ends, where a value was followed to. If not, the value's bracket or quote may be
    /// the damage, and elements the value.</summary>
    private bool IsBetweenElements(JsonFollower follower)
    {
        var at = follower.Offset;
        if (!SkipBlanksFrom(ref at) || _window[at] != ',')
        {
            return at < _window.Length && _window[at] == ']';
        }

        at++;
        if (!SkipBlanksFrom(ref at) || _window[at] != '"')
        {
            return true;
        }

        // A text, or the name of a member behind the list.
        follower.Follow(2, orScalar: true);
        at = follower.Offset;
        return SkipBlanksFrom(ref at) && _window[at] is (byte)',' or (byte)']';
    }

    /// <summary>
    /// Whether the members of the element of a length at the start of the view go on behind its closing brace. Then the
    /// brace is not its own, and what was read is not the whole record: its error, say, may stand in the rest.
    /// </summary>
    private bool EndsEarly(int length)
    {
        var behind = _window.View.Slice(length);
        behind = behind.Slice(0, Math.Min(LongestNeighbour, behind.Length));
        var bracket = behind.IndexOfAny((byte)'{', (byte)']');
        behind = bracket < 0 ? behind : behind.Slice(0, bracket);
        var colon = behind.IndexOf("\":"u8);
        var quote = colon < 0 ? -1 : behind.Slice(0, colon).LastIndexOf((byte)'"');
        if (quote < 0)
        {
            return false;
        }

        // What a record begins with, or in a list a member it has already, belongs to the next record: its brace was lost.
        var name = behind.Slice(quote + 1, colon - quote - 1);
        return !name.SequenceEqual("eventVersion"u8)
            && ((_lists == 0 && behind[0] == ',') || !ElementParser.HasMember(_window.View.Slice(0, length), name));
    }

    /// <summary>Whether the closing brace at the start of the view, where a list goes on, may be that of the list's envelope.</summary>
    private bool MayCloseEnvelope()
    {
        var behind = 1;
        return StandsAlone(1) || (_lists > 1 && SkipBlanksFrom(ref behind) && _window[behind] is (byte)',' or (byte)']');
    }

    private void EndsInside(string what)
    {
        // Where the file itself could not be read to its end, that is the reason, and it is told once.
        if (_window.Failure is null && !_cutTold && !_gaveUp)
        {
            _cutTold = true;
            Damaged(0, $"the text ends inside {what}: the file is cut off");
        }
    }

    private void Damaged(int offset, string reason)
    {
        if (_gaveUp)
        {
            return;
        }

        if (_damages++ < DamagesTold)
        {
            _visitor.Damage(new LogDamage(_window.Position + offset, reason));
        }
        else if (_damages == MostDamages)
        {
            GiveUp($"{MostDamages} places in this file are damaged; what follows was not read");
        }
    }

    /// <summary>Ends the reading of this log with a reason.</summary>
    private void GiveUp(string reason)
    {
        _gaveUp = true;
        _damages++;
        _visitor.Damage(new LogDamage(_window.Position, reason));
    }

    private void FinishDamaged()
    {
        while (_gaveUp && _window.Fill())
        {
            // To the end all the same: whether the compressed file is whole is known only there.
            _cancellation.ThrowIfCancellationRequested();
            _window.Advance(_window.Length);
        }

        if (_window.Failure is { } failure)
        {
            _visitor.Damage(failure is GzipDamageException gzip
                ? new LogDamage(gzip.UncompressedPosition, gzip.Message)
                : new LogDamage(_window.Position, failure.Message));
        }

        if (_damages > DamagesTold && !_gaveUp)
        {
            _visitor.Damage(new LogDamage(_window.Position, $"and {_damages - DamagesTold} more damaged places in this file"));
        }
    }
}
