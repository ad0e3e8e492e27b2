namespace DeadlineTrail.Measuring;

/// <summary>
/// A number for a text, the same on every machine and in every process: FNV-1a over its UTF-16 units
/// (http://www.isthe.com/chongo/tech/comp/fnv/), finished as MurmurHash3 is (fmix64), so that every bit depends on all of them.
/// </summary>
internal static class TextHash
{
    internal static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ (byte)unit) * 1099511628211UL);
            hash = unchecked((hash ^ (uint)(unit >> 8)) * 1099511628211UL);
        }

        hash ^= hash >> 33;
        hash = unchecked(hash * 0xff51afd7ed558ccdUL);
        hash ^= hash >> 33;
        hash = unchecked(hash * 0xc4ceb9fe1a85ec53UL);
        return hash ^ (hash >> 33);
    }
}
