using System;

namespace DeadlineTrail.Help.Pages;

/// <summary>A page is not in the form it must have.</summary>
internal sealed class PageException(string path, int line, string message) : Exception(message)
{
    /// <summary>The page.</summary>
    internal string Path { get; } = path;

    /// <summary>The line, counted from 1.</summary>
    internal int Line { get; } = line;
}
