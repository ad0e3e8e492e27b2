using System;

namespace DeadlineTrail.Deadline.Clients;

/// <summary>One lower-case name for each operating system, from the many spellings of user agents.</summary>
internal static class OperatingSystemName
{
    // In this order: Android says Linux too, and an iPhone says Mac OS X.
    private static readonly (string Part, string Name)[] Spellings =
    [
        ("android", "android"),
        ("iphone", "ios"),
        ("ipad", "ios"),
        ("windows", "windows"),
        ("darwin", "macos"),
        ("mac", "macos"),
        ("linux", "linux"),
        ("freebsd", "freebsd"),
    ];

    /// <summary>The system named anywhere in the text; null where none is.</summary>
    public static string? FindIn(ReadOnlySpan<char> text)
    {
        foreach ((string part, string name) in Spellings)
        {
            if (text.IndexOf(part.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return name;
            }
        }

        return null;
    }
}
