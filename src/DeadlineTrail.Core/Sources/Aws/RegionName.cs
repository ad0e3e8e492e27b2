using System.Linq;

namespace DeadlineTrail.Sources.Aws;

/// <summary>What can be the name of a Region, known or not.</summary>
internal static class RegionName
{
    private const int Longest = 40;

    /// <summary>Whether it can be one: it becomes part of the name of the host that signed requests go to.</summary>
    internal static bool IsValid(string name) =>
        name.Length is > 0 and <= Longest && name.All(static letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
