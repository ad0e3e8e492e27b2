using System;

namespace DeadlineTrail.Parsing;

/// <content>The elements of a list, and one element.</content>
internal sealed partial class LogReader
{
    /// <summary>Reads the elements of a list, from behind its opening bracket to behind its closing one.</summary>
    /// <param name="isArray">Whether it is an array by itself, which may hold whole logs, and no member of an object.</param>
    private void ReadList(bool isArray)
    {
        _lists++;
        _sawList = true;
        _classify = true;
        ReadElements(isArray);
        _lists--;
    }

    private void ReadElements(bool isArray)
    {
        var previous = (byte)'[';
        while (SkipBlanks())
        {
            var next = _window[0];
            switch (next)
            {
                case (byte)'{':
                    if (previous == '{' && !_recovered)
                    {
                        Damaged(0, "a comma is missing between two records");
                        if (FindIntact(0, true) == Found.Nothing)
                        {
                            break;
                        }
                    }

                    ReadElementOrEnvelope(isArray);
                    break;
                case (byte)',' when previous == '{':
                    _window.Advance(1);
                    break;
                case (byte)',':
                    Damaged(0, "a record should stand before this comma");
                    _window.Advance(1);
                    break;
                case (byte)']':
                    if (previous == ',')
                    {
                        Damaged(0, "a record should follow the comma before this bracket");
                    }

                    _window.Advance(1);
                    return;
                case (byte)'}' when MayCloseEnvelope():
                    Damaged(0, "the list of records is not closed");
                    return;
                default:
                    Damaged(0, "a record should begin here");
                    PassValue();
                    break;
            }

            previous = next == ',' ? next : (byte)'{';
        }

        EndsInside("a list of records");
    }

    /// <summary>Reads the element at the start of the view and moves behind it.</summary>
    private void ReadElement()
    {
        _elements++;
        var length = _damages == 0 ? ScanElement(out var wanted) : ParseElement(out wanted);
        if (length < 0)
        {
            BrokenElement();
        }
        else if (wanted)
        {
            TakeElement(length);
        }
        else
        {
            _recovered = _classify = false;
            _window.Advance(length);
        }
    }

    /// <summary>Finds the element's length by its brackets; -1 where it does not end.</summary>
    private int ScanElement(out bool wanted)
    {
        var isRecord = BeginsAsRecord();
        var scanner = ElementScanner.Begin(isRecord);
        while (true)
        {
            _cancellation.ThrowIfCancellationRequested();
            var from = scanner.Scanned;
            var length = scanner.Scan(_window.WithSlack(0), Math.Min(_window.Length, LongestElement), _needle);
            _window.Examined += scanner.Scanned - from;
            if (length >= 0 || _window.Length >= LongestElement || !_window.Fill())
            {
                wanted = _needle is null || (_classify && !isRecord) || scanner.SawNeedle || scanner.SawEscapedAscii || MayEndEarly(length)
                    || (scanner.SawNeedleInside && MayBeOther(length));
                return length;
            }
        }
    }

    /// <summary>Whether a closer look is due although nothing is wanted: the last bracket is of the wrong kind, or something
    /// begins right behind it that may be a part of this element.</summary>
    private bool MayEndEarly(int length) =>
        length > 0 && (_window[length - 1] != '}' || (_lists == 0 && length < _window.Length && _window[length] == '{'));

    /// <summary>Whether a record that has the needle inside may be something else: an Insight event, which has its eventSource
    /// in its details; or two records, of which the first lost a bracket of its end. A record that is a value stands behind a
    /// colon, or is the first in an array; one that was swallowed does not.</summary>
    private bool MayBeOther(int length)
    {
        var rest = _window.View.Slice(0, Math.Max(1, length));
        if (rest.IndexOf("\"insightDetails\""u8) >= 0)
        {
            return true;
        }

        for (int next; (next = rest.Slice(1).IndexOf("{\"eventVersion\""u8)) >= 0; rest = rest.Slice(next + 1))
        {
            if (rest[next] is not ((byte)':' or (byte)'['))
            {
                return true;
            }
        }

        return false;
    }

    private int ParseElement(out bool wanted)
    {
        _cancellation.ThrowIfCancellationRequested();
        var follower = JsonFollower.From(_window);
        var length = follower.Follow(0) == JsonStop.Closed ? follower.Offset : -1;
        wanted = length >= 0 && IsWanted(length);
        return length;
    }

    /// <summary>Whether the element begins as every record does that CloudTrail writes, so that the list is one of records. S3's
    /// notifications begin alike, with version 2.</summary>
    private bool BeginsAsRecord() => _window.View.StartsWith("{\"eventVersion\":\"1."u8);

    private bool IsWanted(int length) => _needle is null || _classify || _needle.MayStandIn(_window.View.Slice(0, length));

    /// <summary>Takes the element of a length at the start of the view for what it is, and moves behind it.</summary>
    private void TakeElement(int length)
    {
        // Into view with it now: what is parsed does not live when the window moves.
        _window.Has(length + LongestNeighbour);
        var parsed = _parser.Parse(_window.View.Slice(0, length));
        var recovered = _recovered;
        _recovered = _classify = false;
        switch (parsed.Kind)
        {
            case ElementKind.Record when parsed.Json.Length == length && EndsEarly(length):
                Damaged(length - 1, "the record is closed here, but its members go on behind it");
                FindIntact(length, _lists > 0);
                break;
            case ElementKind.Record:
                CheckText(length, parsed);
                _visitor.Record(parsed, new RecordPlace(_elements, _window.Position, recovered));
                _window.Advance(length);
                break;
            case ElementKind.NotAnEvent:
                CheckText(length, parsed);
                _visitor.NotAnEvent(parsed.Text!);
                _window.Advance(length);
                break;
            case ElementKind.Container:
                _elements--;
                ReadEnvelope();
                break;
            default:
                Damaged(parsed.DamageAt, parsed.Text!);
                PassDamaged(length);
                break;
        }
    }
}
