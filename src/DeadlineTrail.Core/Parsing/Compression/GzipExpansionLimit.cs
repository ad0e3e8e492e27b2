namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// How far compressed data may expand. Deflate itself ends at 1,032:1; logs, however monotonous, stay far below it.
/// </summary>
/// <param name="Ratio">Bytes of text for each compressed byte.</param>
/// <param name="Beyond">Text up to this many bytes may have any ratio.</param>
internal readonly record struct GzipExpansionLimit(long Ratio, long Beyond)
{
    public static GzipExpansionLimit Default { get; } = new(Ratio: 1_000, Beyond: 1L << 30);

    public bool IsExceededBy(long uncompressed, long compressed) =>
        uncompressed > Beyond && uncompressed / Ratio >= compressed;
}
