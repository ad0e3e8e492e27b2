using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace DeadlineTrail.Shell;

/// <summary>The one line at the bottom that says how far a command is; on a terminal only.</summary>
/// <remarks>Drawn without a line end and erased before anything else is written, so it never stays in the output.</remarks>
internal sealed class ProgressLine
{
    private const long MillisecondsBetweenDrawings = 100;
    private const int BarWidth = 20;

    private readonly List<((long Source, int Activity) Key, ProgressRecord Record)> _running = [];
    private long _lastDrawn = -MillisecondsBetweenDrawings;
    private bool _drawn;

    public void Show(long sourceId, ProgressRecord record)
    {
        if (!Screen.IsTerminal || !Screen.UnderstandsEscapes)
        {
            return;
        }

        var key = (sourceId, record.ActivityId);
        _running.RemoveAll(each => each.Key == key);
        if (record.RecordType == ProgressRecordType.Completed)
        {
            if (_running.Count == 0)
            {
                Erase();
            }

            return;
        }

        _running.Add((key, record));
        if (Environment.TickCount64 - _lastDrawn >= MillisecondsBetweenDrawings)
        {
            Draw(record);
        }
    }

    public void Erase()
    {
        if (_drawn)
        {
            _drawn = false;
            Console.Out.Write("\r\x1b[K");
        }
    }

    public void Clear()
    {
        Erase();
        _running.Clear();
    }

    private void Draw(ProgressRecord record)
    {
        var text = Fit(Describe(record), Screen.Width - 1);
        var (style, reset) = PSStyle.Instance.OutputRendering == OutputRendering.PlainText
            ? ("", "")
            : (PSStyle.Instance.Progress.Style, PSStyle.Instance.Reset);
        Console.Out.Write("\r" + style + text + reset + "\x1b[K");
        _drawn = true;
        _lastDrawn = Environment.TickCount64;
    }

    private static string Describe(ProgressRecord record)
    {
        var text = record.Activity;
        if (record.PercentComplete >= 0)
        {
            var done = Math.Min(record.PercentComplete, 100) * BarWidth / 100;
            text += $" [{new string('#', done)}{new string(' ', BarWidth - done)}] {record.PercentComplete}%";
        }

        if (record.SecondsRemaining >= 0)
        {
            text += $" {TimeSpan.FromSeconds(record.SecondsRemaining):c} left";
        }

        text += " " + record.StatusDescription;
        return string.IsNullOrEmpty(record.CurrentOperation) ? text : text + " " + record.CurrentOperation;
    }

    private static string Fit(string text, int width)
    {
        var cells = 0;
        var fitting = new System.Text.StringBuilder();
        foreach (var character in text)
        {
            cells += CellWidth.Of(character);
            if (cells > width)
            {
                break;
            }

            fitting.Append(char.IsControl(character) ? ' ' : character);
        }

        return fitting.ToString();
    }
}
