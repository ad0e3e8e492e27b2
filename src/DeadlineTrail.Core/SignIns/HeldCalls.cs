namespace DeadlineTrail.SignIns;

/// <summary>
/// How many calls may be held in memory because they can be had no other way: those that came from Event history or through
/// the pipeline. Calls from files and buckets are read again instead.
/// </summary>
/// <param name="most">How many at most, over all sessions.</param>
internal sealed class HeldCalls(int most)
{
    /// <summary>A call is some 2 KB, so this is some 200 MB.</summary>
    internal const int Usual = 100_000;

    private int _left = most;

    internal bool TryTake()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        return true;
    }

    internal void GiveBack(int calls) => _left += calls;
}
