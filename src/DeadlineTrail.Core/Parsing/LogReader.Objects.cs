using System;

namespace DeadlineTrail.Parsing;

/// <content>An object on the outermost level: an element, or the envelope of a list of elements.</content>
internal sealed partial class LogReader
{
    /// <summary>Reads the object at the start of the view and moves behind it.</summary>
    private void ReadObject()
    {
        // CloudTrail writes eventVersion first; what begins so is a record, and is found by one scan.
        if (FirstKey().SequenceEqual("eventVersion"u8))
        {
            _classify = _needle is null;
            ReadElement();
            return;
        }

        var at = 1;
        var isEnvelope = false;
        while (true)
        {
            at = BlanksFrom(at);
            if (!_window.Has(at))
            {
                BrokenElement();
                return;
            }

            switch (_window[at])
            {
                case (byte)'}' when isEnvelope:
                    _window.Advance(at + 1);
                    return;
                case (byte)'}':
                    _elements++;
                    TakeElement(at + 1);
                    return;
                case (byte)',':
                    at++;
                    break;
                case (byte)'"':
                    if (!ReadMember(ref at, ref isEnvelope))
                    {
                        return;
                    }

                    break;
                default:
                    NotAnObject(at);
                    return;
            }
        }
    }

    /// <summary>Reads a member whose name begins at an offset.</summary>
    /// <returns>False when the object is broken, and what can be had of it was.</returns>
    private bool ReadMember(ref int at, ref bool isEnvelope)
    {
        var name = at + 1;
        if (!SkipText(ref at))
        {
            BrokenElement();
            return false;
        }

        var nameLength = at - 1 - name;
        at = BlanksFrom(at);
        if (!_window.Has(at) || _window[at] != ':')
        {
            NotAnObject(at);
            return false;
        }

        at = BlanksFrom(at + 1);
        if (!_window.Has(at))
        {
            BrokenElement();
            return false;
        }

        if (_window[at] == '[' && IsListName(_window.View.Slice(name, nameLength)))
        {
            isEnvelope = true;
            _window.Advance(at + 1);
            ReadList();
            at = 0;
            return true;
        }

        if (SkipValue(ref at))
        {
            return true;
        }

        BrokenElement();
        return false;
    }

    private bool SkipValue(ref int at)
    {
        switch (_window[at])
        {
            case (byte)'{' or (byte)'[':
                var scanner = ElementScanner.Begin();
                var length = Scan(ref scanner, at);
                at += length;
                return length >= 0;
            case (byte)'"':
                return SkipText(ref at);
            default:
                at++;
                while (_window.Has(at) && !JsonBlanks.Is(_window[at]) && _window[at] is not ((byte)',' or (byte)'}' or (byte)']'))
                {
                    at++;
                }

                return at <= LongestElement;
        }
    }

    private bool SkipText(ref int at)
    {
        at++;
        while (_window.Has(at) && at <= LongestElement)
        {
            var next = _window.View.Slice(at).IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                at = _window.Length;
                _cancellation.ThrowIfCancellationRequested();
                continue;
            }

            at += next;
            if (_window[at] == '"')
            {
                at++;
                return true;
            }

            at += 2;
        }

        return false;
    }

    private int BlanksFrom(int at)
    {
        while (_window.Has(at) && JsonBlanks.Is(_window[at]) && at <= LongestElement)
        {
            at++;
        }

        return at;
    }

    private void NotAnObject(int at)
    {
        Damaged(at, "not JSON: the name of a member, a comma or a closing brace should stand here");
        FindIntact(1, null);
    }

    private ReadOnlySpan<byte> FirstKey()
    {
        const int longest = 64;
        _window.Has(longest);
        var view = JsonBlanks.TrimStart(_window.View.Slice(1));
        if (view.IsEmpty || view[0] != '"')
        {
            return default;
        }

        var end = view.Slice(1).IndexOf((byte)'"');
        return end < 0 ? default : view.Slice(1, end);
    }

    /// <summary>
    /// The names lists of records go by: log files (Records), LookupEvents (Events), FilterLogEvents and GetLogEvents
    /// (events), CloudWatch Logs subscriptions (logEvents).
    /// </summary>
    private static bool IsListName(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("Records"u8) || name.SequenceEqual("Events"u8) || name.SequenceEqual("events"u8) || name.SequenceEqual("logEvents"u8);
}
