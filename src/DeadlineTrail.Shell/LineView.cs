using System;
using System.Text;

namespace DeadlineTrail.Shell;

/// <summary>A prompt and the text being edited behind it, drawn over as many rows as they take.</summary>
internal sealed class LineView
{
    private readonly string _prompt;
    private readonly bool _masked;
    private int _cursorRow;

    public LineView(string prompt, bool masked)
    {
        // Only the last line of a prompt is drawn again and again.
        var lastLine = prompt.LastIndexOf('\n') + 1;
        Console.Out.Write(prompt[..lastLine]);
        _prompt = prompt[lastLine..];
        _masked = masked;
    }

    public string Text { get; private set; } = "";

    public int Cursor { get; private set; }

    public void Replace(string text) => (Text, Cursor) = (text, text.Length);

    public void Replace(int start, int length, string replacement) =>
        (Text, Cursor) = (Text.Remove(start, length).Insert(start, replacement), start + replacement.Length);

    public void Apply(ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow when Cursor > 0:
                Cursor--;
                break;
            case ConsoleKey.RightArrow when Cursor < Text.Length:
                Cursor++;
                break;
            case ConsoleKey.Home:
            case ConsoleKey.A when control:
                Cursor = 0;
                break;
            case ConsoleKey.End:
            case ConsoleKey.E when control:
                Cursor = Text.Length;
                break;
            case ConsoleKey.Backspace when Cursor > 0:
                Replace(Cursor - 1, 1, "");
                break;
            case ConsoleKey.Delete when Cursor < Text.Length:
                Replace(Cursor, 1, "");
                break;
            case ConsoleKey.Escape:
                Replace("");
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    Replace(Cursor, 0, key.KeyChar.ToString());
                }

                break;
        }
    }

    public void Draw()
    {
        var shown = Shown(Text);
        var columns = Screen.Width;
        var promptCells = CellWidth.Of(_prompt);
        var endCells = promptCells + CellWidth.Of(shown);
        var cursorCells = promptCells + CellWidth.Of(Shown(Text[..Cursor]));

        var drawing = new StringBuilder("\r");
        Up(drawing, _cursorRow);
        drawing.Append("\x1b[J").Append(_prompt).Append(shown);
        if (endCells > 0 && endCells % columns == 0)
        {
            // A full row leaves the cursor waiting on its last column; the next row is begun here, not by the next key.
            drawing.Append("\r\n");
        }

        _cursorRow = cursorCells / columns;
        drawing.Append('\r');
        Up(drawing, (endCells / columns) - _cursorRow);
        if (cursorCells % columns > 0)
        {
            drawing.Append("\x1b[").Append(cursorCells % columns).Append('C');
        }

        Console.Out.Write(drawing);
    }

    public void ClearScreen()
    {
        Console.Out.Write("\x1b[H\x1b[2J");
        _cursorRow = 0;
    }

    /// <summary>Moves below the text: the line is done.</summary>
    public void Leave()
    {
        Cursor = Text.Length;
        Draw();
        Console.Out.WriteLine();
    }

    private string Shown(string text) => _masked ? new string('*', text.Length) : text;

    private static void Up(StringBuilder drawing, int rows)
    {
        if (rows > 0)
        {
            drawing.Append("\x1b[").Append(rows).Append('A');
        }
    }
}
