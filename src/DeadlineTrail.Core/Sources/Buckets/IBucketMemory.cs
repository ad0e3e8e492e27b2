using System;
using System.Collections.Generic;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>What earlier readings of a bucket leave to read, and who is told what this one does. Called on several threads.</summary>
internal interface IBucketMemory
{
    /// <summary>Which folders there are.</summary>
    /// <param name="folders">The folders that will be listed.</param>
    /// <param name="isWhole">Whether all that there are were found.</param>
    void Begin(IReadOnlyList<BucketFolder> folders, bool isWhole);

    /// <summary>The first day (UTC) of a folder that is listed.</summary>
    DateTime FirstDay(BucketFolder folder);

    /// <summary>Whether a log is to be read; if it is, its reading is told of by <see cref="Read"/>.</summary>
    /// <param name="folder">The folder it lies in.</param>
    /// <param name="day">The day whose folder it lies in.</param>
    /// <param name="log">The object.</param>
    /// <param name="file">The same as a log.</param>
    bool Wants(BucketFolder folder, DateTime day, StoredLog log, LogFile file);

    /// <summary>A folder could not be listed, at least for the days from this one on.</summary>
    void Unlisted(BucketFolder folder, DateTime from);

    /// <summary>A log was read, or could not be.</summary>
    void Read(LogFile file, ScanReport report);
}
