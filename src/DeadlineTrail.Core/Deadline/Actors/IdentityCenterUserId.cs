using System;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>The shape of an IAM Identity Center user id.</summary>
/// <remarks>
/// The Deadline Cloud service model (IdentityCenterPrincipalId):
/// <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>, at most 47 characters.
/// Any UUID has this shape, so an id found by it is inferred.
/// </remarks>
internal static class IdentityCenterUserId
{
    private const int UuidLength = 36;

    private const int StorePrefixLength = 11;

    /// <summary>The first such id anywhere in the text, with the prefix of its identity store if it has one; null where there is none.</summary>
    public static string? FindIn(string? text)
    {
        ReadOnlySpan<char> rest = text.AsSpan();
        for (int start = 0; start + UuidLength <= rest.Length; start++)
        {
            if (rest[start + 8] != '-' || !IsUuid(rest.Slice(start, UuidLength)) || Touches(rest, start, UuidLength))
            {
                continue;
            }

            int first = HasStorePrefix(rest, start) ? start - StorePrefixLength : start;
            return rest.Slice(first, start + UuidLength - first).ToString();
        }

        return null;
    }

    private static bool IsUuid(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !IsHex(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether more hexadecimal digits touch the candidate, so that it is a piece of something longer.</summary>
    private static bool Touches(ReadOnlySpan<char> text, int start, int length) =>
        (start > 0 && IsHex(text[start - 1])) || (start + length < text.Length && IsHex(text[start + length]));

    private static bool HasStorePrefix(ReadOnlySpan<char> text, int start)
    {
        if (start < StorePrefixLength || text[start - 1] != '-')
        {
            return false;
        }

        ReadOnlySpan<char> prefix = text.Slice(start - StorePrefixLength, StorePrefixLength - 1);
        foreach (char digit in prefix)
        {
            if (digit is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
            {
                return false;
            }
        }

        return start == StorePrefixLength || !IsHex(text[start - StorePrefixLength - 1]);
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
