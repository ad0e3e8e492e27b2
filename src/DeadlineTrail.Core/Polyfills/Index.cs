namespace System;

/// <summary>
/// A place in a list, from its start or its end: what <c>list[^1]</c> and patterns such as <c>[var one]</c> are compiled with
/// (https://learn.microsoft.com/dotnet/csharp/language-reference/proposals/csharp-11.0/list-patterns).
/// </summary>
/// <param name="value">How many elements from there.</param>
/// <param name="fromEnd">Whether that is counted from behind the last one.</param>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}
