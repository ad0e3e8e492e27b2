using System;
using System.IO;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Sources;

/// <summary>What can be wrong with logs, in sentences.</summary>
internal static class LogProblems
{
    internal static TrailProblem Folder(string path, Exception failure) =>
        new(KindOf(failure), path, $"The folder \"{path}\" cannot be listed, so the logs in it are missing from the answer: {failure.Message}", failure);

    internal static TrailProblem File(string path, Exception failure) =>
        new(KindOf(failure), path, $"The file \"{path}\" cannot be read, so its events are missing from the answer: {failure.Message}", failure);

    internal static TrailProblem Damage(string path, LogDamage damage) =>
        new(ProblemKind.Damaged, path, $"The file \"{path}\" is damaged at byte {damage.Position} of its text: {damage.Reason}");

    internal static TrailProblem CutToNothing(string path) =>
        new(ProblemKind.Damaged, path, $"The file \"{path}\" is empty, so its events are missing from the answer: compressed data has at least 18 bytes (or it is a pipe, which is read only where it is named itself)");

    private static ProblemKind KindOf(Exception failure) => failure switch
    {
        LogStoreException refused => refused.Kind,
        UnauthorizedAccessException => ProblemKind.AccessDenied,
        FileNotFoundException or DirectoryNotFoundException => ProblemKind.NotFound,
        _ => ProblemKind.Unreadable,
    };
}
