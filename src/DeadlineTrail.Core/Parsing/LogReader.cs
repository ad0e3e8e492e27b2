using System;
using System.IO;
using System.Threading;
using DeadlineTrail.Parsing.Compression;

namespace DeadlineTrail.Parsing;

/// <summary>
/// Reads the text of a log, whatever shape it has, record by record, in memory that does not grow with the log.
/// </summary>
/// <remarks>
/// A log's text is one JSON value or several behind each other. An array, and the lists by the names CloudTrail, its
/// API and CloudWatch Logs use, hold elements; every other object is one. Elements are told apart by their brackets
/// alone; those that cannot be wanted are dropped unparsed.
/// </remarks>
internal sealed partial class LogReader
{
    /// <summary>"Events are limited to 256 KB": a record of this size is damage or an attack.</summary>
    internal const int LongestElement = 16 * 1024 * 1024;

    private const int DamagesTold = 16;

    private readonly ILogVisitor _visitor;
    private readonly RecordNeedle? _needle;
    private readonly RecordWindow _window = new();
    private readonly ElementParser _parser = new();
    private CancellationToken _cancellation;
    private long _elements;
    private int _damages;
    private bool _classify;
    private bool _cutTold;

    /// <summary>Makes a reader for any number of logs, one after the other.</summary>
    /// <param name="visitor">Who is told.</param>
    /// <param name="needle">What every wanted record contains; null to be told of every record.</param>
    internal LogReader(ILogVisitor visitor, RecordNeedle? needle)
    {
        _visitor = visitor;
        _needle = needle;
    }

    /// <summary>Gets how many elements the last log had, wanted or not.</summary>
    internal long Elements => _elements;

    /// <summary>Gets how many bytes of text the last log had, as far as it was read.</summary>
    internal long Bytes => _window.Position;

    /// <summary>Reads a log.</summary>
    /// <param name="text">The log's text, inflated.</param>
    /// <param name="cancellation">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    internal void Read(Stream text, CancellationToken cancellation)
    {
        _window.Open(text);
        _cancellation = cancellation;
        _elements = 0;
        _damages = 0;
        _cutTold = false;
        SkipByteOrderMark();
        while (SkipBlanks())
        {
            _classify = true;
            switch (_window[0])
            {
                case (byte)'{':
                    ReadObject();
                    break;
                case (byte)'[':
                    _window.Advance(1);
                    ReadList();
                    break;
                case (byte)',' or (byte)']' or (byte)'}' when _damages > 0:
                    // What is left of an envelope whose beginning was damaged.
                    _window.Advance(1);
                    break;
                default:
                    if (!SkipTimestamp())
                    {
                        Damaged(0, "not a CloudTrail log: neither a JSON object nor a list begins here");
                        FindIntact(0, null);
                    }

                    break;
            }
        }

        if (_window.Failure is { } failure)
        {
            TellFailure(failure);
        }

        if (_damages > DamagesTold)
        {
            _visitor.Damage(new LogDamage(_window.Position, $"and {_damages - DamagesTold} more damaged places in this file"));
        }
    }

    private void SkipByteOrderMark()
    {
        if (_window.Has(2) && _window.View.StartsWith("\uFEFF"u8))
        {
            _window.Advance(3);
        }
    }

    private bool SkipBlanks()
    {
        while (true)
        {
            _window.Advance(_window.Length - JsonBlanks.TrimStart(_window.View).Length);
            if (_window.Length > 0)
            {
                return true;
            }

            if (!_window.Fill())
            {
                return false;
            }
        }
    }

    /// <summary>
    /// A CloudWatch Logs export has the time of ingestion before each event:
    /// "2026-03-02T10:05:00.000Z {…}", https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3Export.html.
    /// </summary>
    private bool SkipTimestamp()
    {
        const int longest = 32;
        _window.Has(longest);
        var view = _window.View;
        var blank = view.Slice(0, Math.Min(longest, view.Length)).IndexOf((byte)' ');
        if (blank < EventTimeText.Length || !EventTimeText.TryParse(view.Slice(0, blank), out _))
        {
            return false;
        }

        _window.Advance(blank + 1);
        return SkipBlanks() && _window[0] == '{';
    }

    /// <summary>Reads the elements of a list, from behind its opening bracket to behind its closing one.</summary>
    private void ReadList()
    {
        var comma = true;
        while (true)
        {
            if (!SkipBlanks())
            {
                EndsInside("a list of records");
                return;
            }

            switch (_window[0])
            {
                case (byte)']':
                    _window.Advance(1);
                    return;
                case (byte)',' when !comma:
                    comma = true;
                    _window.Advance(1);
                    break;
                case (byte)'{':
                    if (!comma)
                    {
                        Damaged(0, "a comma is missing between two records");
                    }

                    comma = false;
                    ReadElement();
                    break;
                case (byte)'}' when _damages > 0:
                    // The bracket that closes the list was in the damaged part; this closes its envelope.
                    return;
                default:
                    Damaged(0, "a record should begin here");
                    comma = false;
                    if (!FindIntact(0, null))
                    {
                        return;
                    }

                    break;
            }
        }
    }

    /// <summary>Reads the element at the start of the view and moves behind it.</summary>
    private void ReadElement()
    {
        _elements++;
        var scanner = ElementScanner.Begin();
        var length = Scan(ref scanner, 0);
        if (length < 0)
        {
            BrokenElement();
            return;
        }

        if (_needle is null || _classify || scanner.SawNeedle || scanner.SawEscapedAscii)
        {
            _classify = false;
            TakeElement(length);
        }
        else
        {
            _window.Advance(length);
        }
    }

    /// <summary>Scans from an offset to the end of the bracket that opens there; -1 where it does not end.</summary>
    private int Scan(ref ElementScanner scanner, int offset)
    {
        _cancellation.ThrowIfCancellationRequested();
        while (true)
        {
            var length = scanner.Scan(_window.WithSlack(offset), _window.Length - offset, _needle);
            if (length >= 0 || _window.Length - offset > LongestElement)
            {
                return length;
            }

            _cancellation.ThrowIfCancellationRequested();
            if (!_window.Fill())
            {
                return scanner.ScanBytes(_window.WithSlack(offset), _window.Length - offset, _needle);
            }
        }
    }

    /// <summary>Takes the element of a length at the start of the view for what it is, and moves behind it.</summary>
    private void TakeElement(int length)
    {
        var parsed = _parser.Parse(_window.View.Slice(0, length));
        switch (parsed.Kind)
        {
            case ElementKind.Record:
                _visitor.Record(parsed, new RecordPlace(_elements, _window.Position, Recovered: false));
                _window.Advance(length);
                break;
            case ElementKind.NotAnEvent:
                _visitor.NotAnEvent(parsed.Text!);
                _window.Advance(length);
                break;
            case ElementKind.Container:
                // A list within a list is nobody's log, but what lies in it may be records all the same.
                FindIntact(1, length - 1);
                break;
            default:
                Damaged(parsed.DamageAt, parsed.Text!);
                FindIntact(1, length - 1);
                break;
        }
    }

    private void BrokenElement()
    {
        if (_window.Length > LongestElement)
        {
            Damaged(0, $"a record of more than {LongestElement >> 20} MB begins here; what follows in this file was not read");
            _window.Advance(_window.Length);
            while (_window.Fill())
            {
                _cancellation.ThrowIfCancellationRequested();
                _window.Advance(_window.Length);
            }

            return;
        }

        EndsInside("a record");
        FindIntact(1, null);
    }

    private void EndsInside(string what)
    {
        // Where the file itself could not be read to its end, that is the reason, and it is told once.
        if (_window.Failure is null && !_cutTold)
        {
            _cutTold = true;
            Damaged(0, $"the text ends inside {what} that begins here: the file is cut off");
        }
    }

    private void TellFailure(Exception failure) => _visitor.Damage(failure is GzipDamageException gzip
        ? new LogDamage(gzip.UncompressedPosition, gzip.Message)
        : new LogDamage(_window.Position, failure.Message));

    private void Damaged(int offset, string reason)
    {
        if (_damages++ < DamagesTold)
        {
            _visitor.Damage(new LogDamage(_window.Position + offset, reason));
        }
    }
}
