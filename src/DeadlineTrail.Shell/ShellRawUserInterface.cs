using System;
using System.Management.Automation.Host;

namespace DeadlineTrail.Shell;

/// <summary>The window: its size, cursor, colours and keys.</summary>
internal sealed class ShellRawUserInterface : PSHostRawUserInterface
{
    public override Size WindowSize
    {
        get => new(Screen.Width, Screen.Height);
        set => throw Fixed();
    }

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw Fixed();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw Fixed();
    }

    public override Coordinates CursorPosition
    {
        get => Screen.IsTerminal ? new(Console.CursorLeft, Console.CursorTop) : new(0, 0);
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    public override int CursorSize
    {
        get => 25;
        set => throw Fixed();
    }

    public override ConsoleColor ForegroundColor
    {
        get => Console.ForegroundColor;
        set => Console.ForegroundColor = value;
    }

    public override ConsoleColor BackgroundColor
    {
        get => Console.BackgroundColor;
        set => Console.BackgroundColor = value;
    }

    public override string WindowTitle
    {
        get => OperatingSystem.IsWindows() ? Console.Title : "";
        set
        {
            if (Screen.IsTerminal)
            {
                Console.Title = value;
            }
        }
    }

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (Console.IsInputRedirected)
        {
            throw new HostException("No key can be read: input is redirected.");
        }

        var key = Console.ReadKey(intercept: (options & ReadKeyOptions.NoEcho) != 0);
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    /// <summary>Clear-Host fills the whole buffer on Windows; nothing else is drawn this way here.</summary>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (Screen.IsTerminal)
        {
            Console.Clear();
        }
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NoBuffer();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NoBuffer();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NoBuffer();

    public override int LengthInBufferCells(string source) => CellWidth.Of(source);

    public override int LengthInBufferCells(string source, int offset) => CellWidth.Of(source.AsSpan(offset));

    public override int LengthInBufferCells(char source) => CellWidth.Of(source);

    private static NotSupportedException Fixed() => new("The window's size and position are the terminal's own.");

    private static NotSupportedException NoBuffer() => new("The terminal's contents cannot be read or moved.");
}
