namespace DeadlineTrail.Sources.EventHistory;

/// <summary>From when on Event history of each Region is read, and who is told how far that went.</summary>
internal interface IHistoryMemory
{
    /// <summary>The first instant (ticks, UTC) that is asked for.</summary>
    long Since(string region);

    /// <summary>A Region was read to its end.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="until">The time (ticks, UTC) of the server when it was asked, or the end of the range where that is earlier.</param>
    void Finished(string region, long until);
}
