namespace DeadlineTrail;

/// <summary>Where an event was read.</summary>
public sealed class Origin
{
    internal Origin(string? path, long record, bool isRecovered, bool isOutOfOrder)
    {
        Path = path;
        Record = record;
        IsRecovered = isRecovered;
        IsOutOfOrder = isOutOfOrder;
    }

    /// <summary>Gets the path of the log file; null when the event did not come from a file.</summary>
    public string? Path { get; }

    /// <summary>Gets the number of the record in its file, counted from 1; 0 when it was not counted.</summary>
    public long Record { get; }

    /// <summary>Gets a value indicating whether the record was found by searching on behind a damaged place, not by its
    /// place in the file's list of records. It is intact itself.</summary>
    public bool IsRecovered { get; }

    /// <summary>Gets a value indicating whether the event came too late to stand in its place: its file's name says that
    /// it was delivered before the event happened.</summary>
    public bool IsOutOfOrder { get; }

    /// <summary>Gives path and number.</summary>
    public override string ToString() => Path is null ? "record " + Record : Path + ", record " + Record;
}
