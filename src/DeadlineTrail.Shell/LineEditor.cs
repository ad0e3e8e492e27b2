using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace DeadlineTrail.Shell;

/// <summary>Reads a line from a terminal, with cursor keys, recall by Up and Down, and Tab for completion.</summary>
internal sealed class LineEditor(Func<string, int, CommandCompletion?>? complete)
{
    private readonly List<string> _earlier = [];

    public LineRead Read(string prompt, bool masked = false)
    {
        if (Console.IsInputRedirected || !Screen.IsTerminal || !Screen.UnderstandsEscapes)
        {
            Console.Out.Write(prompt);
            return LineRead.Of(Console.In.ReadLine());
        }

        Console.TreatControlCAsInput = true;
        try
        {
            var read = Edit(new LineView(prompt, masked));
            if (read.Text.Length > 0 && !masked)
            {
                _earlier.Remove(read.Text);
                _earlier.Add(read.Text);
            }

            return read;
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private LineRead Edit(LineView view)
    {
        var recalled = _earlier.Count;
        CompletionCycle? cycle = null;
        while (true)
        {
            view.Draw();
            var key = Console.ReadKey(intercept: true);
            var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
            if (key.Key == ConsoleKey.Tab)
            {
                cycle ??= CompletionCycle.Start(complete, view.Text, view.Cursor);
                cycle?.Turn(view, backwards: key.Modifiers.HasFlag(ConsoleModifiers.Shift));
                continue;
            }

            cycle = null;
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    view.Leave();
                    return LineRead.Of(view.Text);
                case ConsoleKey.C when control:
                    view.Leave();
                    return LineRead.Cancelled;
                case ConsoleKey.D when control && view.Text.Length == 0:
                    view.Leave();
                    return LineRead.EndOfInput;
                case ConsoleKey.L when control:
                    view.ClearScreen();
                    break;
                case ConsoleKey.UpArrow when recalled > 0:
                    view.Replace(_earlier[--recalled]);
                    break;
                case ConsoleKey.DownArrow when recalled < _earlier.Count:
                    view.Replace(++recalled < _earlier.Count ? _earlier[recalled] : "");
                    break;
                default:
                    view.Apply(key);
                    break;
            }
        }
    }
}
