using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Testing.Farm;

namespace DeadlineTrail.Testing;

/// <summary>
/// Finds the identifiers of Deadline Cloud in a text: a known prefix, a hyphen and 32 hexadecimal digits, and for tasks
/// and session actions a hyphen and a number.
/// </summary>
internal static class Mentions
{
    private const int Digits = 32;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private static readonly HashSet<string> Prefixes = [.. Kinds.Identified.Select(Kinds.PrefixOf)];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Add(string? text, List<string> into)
    {
        ReadOnlySpan<char> rest = text;
        int from = 0;
        while (true)
        {
            int hyphen = rest[from..].IndexOf('-') + from;
            if (hyphen < from)
            {
                return;
            }

            from = hyphen + 1;
            int begin = hyphen;
            while (begin > 0 && char.IsAsciiLetterLower(rest[begin - 1]))
            {
                begin--;
            }

            if (rest.Length - from < Digits || !Lookup.Contains(rest[begin..from]) || rest.Slice(from, Digits).ContainsAnyExcept(Hexadecimal))
            {
                continue;
            }

            int end = from + Digits;
            if (rest[begin] == 't' || rest[begin..from].StartsWith("sessionaction"))
            {
                end++;
                while (end < rest.Length && char.IsAsciiDigit(rest[end]))
                {
                    end++;
                }
            }

            string id = rest[begin..end].ToString();
            if (!into.Contains(id))
            {
                into.Add(id);
            }

            from = end;
        }
    }
}
