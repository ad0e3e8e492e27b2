using System;

namespace DeadlineTrail.Sources;

/// <summary>Who is told, besides the events, how a reading goes. Called on the thread that takes the events.</summary>
internal interface ITrailObserver
{
    /// <summary>Part of the answer cannot be had; the rest goes on.</summary>
    void Problem(TrailProblem problem);

    /// <summary>The answer is whole, but something about it should be known.</summary>
    void Warn(TrailWarning warning);

    /// <summary>What was searched, for those who ask.</summary>
    void Tell(string message);

    /// <summary>How far it has come.</summary>
    void Progress(ReadingProgress progress);
}

/// <summary>In what way part of an answer is missing.</summary>
internal enum ProblemKind
{
    /// <summary>A file is not what it claims to be, or not all of it.</summary>
    Damaged,

    /// <summary>A file or folder that may not be read.</summary>
    AccessDenied,

    /// <summary>A file or folder that is not there, or no longer.</summary>
    NotFound,

    /// <summary>A file that could not be read for another reason.</summary>
    Unreadable,

    /// <summary>A Region that may not be read.</summary>
    RegionDenied,

    /// <summary>A Region that the account has not enabled.</summary>
    RegionNotEnabled,

    /// <summary>Credentials that AWS does not take, or no longer.</summary>
    CredentialsRefused,

    /// <summary>A service that turned requests away for too long.</summary>
    Throttled,

    /// <summary>A service at whose address nobody answers.</summary>
    Unreachable,

    /// <summary>A service whose pages lead round in a circle.</summary>
    NoProgress,

    /// <summary>A service that failed in another way.</summary>
    CallFailed,
}

/// <summary>A part of the answer that cannot be had.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Target">The file or folder, the Region, the event.</param>
/// <param name="Message">A sentence: what happened, where, and what it means for the answer.</param>
/// <param name="Cause">The exception behind it, or null.</param>
internal sealed record TrailProblem(ProblemKind Kind, string Target, string Message, Exception? Cause = null);

/// <summary>Something about an answer that should be known.</summary>
/// <param name="Id">A stable name.</param>
/// <param name="Message">The sentence.</param>
internal sealed record TrailWarning(string Id, string Message);

/// <summary>How far a reading has come.</summary>
/// <param name="FilesDone">Files read to their end.</param>
/// <param name="Files">Files in all.</param>
/// <param name="BytesDone">Bytes read, as they lie on the disk.</param>
/// <param name="Bytes">Bytes in all.</param>
/// <param name="Events">Events given out.</param>
internal sealed record ReadingProgress(int FilesDone, int Files, long BytesDone, long Bytes, long Events)
{
    /// <summary>Gets how far a reading of Event history has come, which knows no files; else null.</summary>
    internal HistoryProgress? History { get; init; }
}

/// <summary>How far a reading of Event history has come.</summary>
/// <param name="Pages">Pages that came.</param>
/// <param name="DownTo">Ticks (UTC) of the second down to which the answer is complete.</param>
/// <param name="Fraction">The part of the range that is done, from 0 to 1.</param>
internal sealed record HistoryProgress(long Pages, long DownTo, double Fraction);
