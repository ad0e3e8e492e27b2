using System;
using System.Management.Automation.Host;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>A window that has a width and nothing else.</summary>
internal sealed class CapturingRawUserInterface : PSHostRawUserInterface
{
    public int Width { get; set; } = 120;

    public override Size BufferSize
    {
        get => new(Width, 50);
        set => Width = value.Width;
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => BufferSize = value;
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Coordinates WindowPosition { get; set; }

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override string WindowTitle { get; set; } = "";

    public override bool KeyAvailable => false;

    public override int LengthInBufferCells(string source) => DeadlineTrail.Shell.CellWidth.Of(source);

    public override int LengthInBufferCells(string source, int offset) => DeadlineTrail.Shell.CellWidth.Of(source.AsSpan(offset));

    public override int LengthInBufferCells(char source) => DeadlineTrail.Shell.CellWidth.Of(source);

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
    {
    }

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
    {
    }
}
