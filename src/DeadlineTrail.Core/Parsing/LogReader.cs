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
/// alone; those that cannot be wanted are dropped unparsed. From the first damage of a log on, all of it is parsed.
/// </remarks>
internal sealed partial class LogReader
{
    /// <summary>"Events are limited to 256 KB": a record of this size is damage or an attack.</summary>
    internal const int LongestElement = 16 * 1024 * 1024;

    // A list in an envelope in an array, and one more for two logs that were glued together.
    private const int MostLists = 4;

    private readonly ILogVisitor _visitor;
    private readonly RecordNeedle? _needle;
    private readonly bool _strict;
    private readonly RecordWindow _window = new();
    private readonly ElementParser _parser = new();
    private CancellationToken _cancellation;
    private long _elements;
    private int _lists;
    private bool _classify;
    private bool _dropping;
    private bool _sawList;

    /// <summary>Makes a reader for any number of logs, one after the other.</summary>
    /// <param name="visitor">Who is told.</param>
    /// <param name="needle">What every wanted record contains; null to be told of every record.</param>
    /// <param name="strict">Whether to tell of everything in any record that is not as JSON and UTF-8 should be; then there
    /// is no needle.</param>
    internal LogReader(ILogVisitor visitor, RecordNeedle? needle, bool strict = false)
    {
        _visitor = visitor;
        _needle = strict ? null : needle;
        _strict = strict;
    }

    /// <summary>Gets how many elements the last log had, wanted or not.</summary>
    internal long Elements => _elements;

    /// <summary>Gets a value indicating whether reading the last log broke off for a reason that is not in the log itself, such
    /// as a connection that was lost.</summary>
    internal bool BrokeOff => _window.Failure is not (null or GzipDamageException);

    /// <summary>Gets how many bytes of text the last log had, as far as it was read.</summary>
    internal long Bytes => _window.Position;

    /// <summary>Gets the window, whose cost the tests hold against the size of the text.</summary>
    internal RecordWindow Window => _window;

    /// <summary>Reads a log.</summary>
    /// <param name="text">The log's text, inflated.</param>
    /// <param name="cancellation">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    internal void Read(Stream text, CancellationToken cancellation)
    {
        _window.Open(text);
        _cancellation = cancellation;
        _elements = 0;
        _lists = 0;
        _classify = true;
        _dropping = false;
        _sawList = false;
        ForgetDamage();
        SkipByteOrderMark();
        while (SkipBlanks())
        {
            ReadValue();
        }

        FinishDamaged();
    }

    private void SkipByteOrderMark()
    {
        if (_window.Has(2) && _window.View.StartsWith("\uFEFF"u8))
        {
            _window.Advance(3);
        }
        else if (_window.Has(1) && (_window[0], _window[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            GiveUp("the text is UTF-16, as Windows PowerShell's > writes it; CloudTrail's is UTF-8: save it as UTF-8");
        }
    }

    private bool SkipBlanks()
    {
        while (!_gaveUp)
        {
            _window.Advance(_window.Length - JsonBlanks.TrimStart(_window.View).Length);
            if (_window.Length > 0)
            {
                return true;
            }

            _cancellation.ThrowIfCancellationRequested();
            if (!_window.Fill())
            {
                return false;
            }
        }

        return false;
    }

    private void ReadValue()
    {
        switch (_window[0])
        {
            case (byte)'{':
                ReadObject();
                break;
            case (byte)'[':
                _window.Advance(1);
                ReadList(isArray: true);
                break;
            case (byte)',' or (byte)']' or (byte)'}' when _damages > 0:
                // What is left of an envelope whose beginning was damaged.
                _window.Advance(1);
                break;
            default:
                if (!SkipTimestamp() && !SkipValidationMessage())
                {
                    Damaged(0, _elements == 0
                        ? "not a CloudTrail log: neither a JSON object nor a list begins here"
                        : "what begins here, behind a JSON value, is neither an object nor a list");
                    ReadOn(FindIntact(0, _sawList ? true : null));
                }

                break;
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

    /// <summary>CloudTrail sends this once to the topic of a new trail, where otherwise JSON stands.</summary>
    private bool SkipValidationMessage()
    {
        var message = "CloudTrail validation message."u8;
        if (!_window.Has(message.Length - 1) || !_window.View.StartsWith(message))
        {
            return false;
        }

        _elements++;
        _visitor.NotAnEvent("CloudTrail validation message");
        _window.Advance(message.Length);
        return true;
    }
}
