using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Sources;

/// <summary>
/// Objects of a bucket that may not be read. Where a permission is missing, or credentials have expired, that is so for
/// thousands: the first is an error with its name, and those of the same cause are counted and make one more.
/// </summary>
internal sealed class RepeatedDenials
{
    private const string Any = "(object)";

    private readonly Dictionary<string, Denied> _causes = new(StringComparer.Ordinal);

    /// <summary>Whether a failure is the repetition of one that was there already; it is counted then.</summary>
    internal bool Repeats(LogFile file, Exception failure)
    {
        if (failure is not LogStoreException { Kind: ProblemKind.AccessDenied or ProblemKind.CredentialsRefused } refusal)
        {
            return false;
        }

        // The sentence names the object, in one form or another ("s3://bucket/key", "arn:aws:s3:::bucket/key"); the rest of it
        // is the cause.
        var cause = failure.Message.Replace(file.Path, Any).Replace(file.Path.Substring(file.Path.IndexOf("//", StringComparison.Ordinal) + 2), Any);
        if (!_causes.TryGetValue(cause, out var denied))
        {
            _causes.Add(cause, new Denied(cause, refusal));
            return false;
        }

        denied.Add(file.Path);
        return true;
    }

    /// <summary>One problem for each cause that came again.</summary>
    internal IEnumerable<TrailProblem> Problems() => _causes.Values.Where(static denied => denied.Count > 0).Select(static denied => denied.Problem());

    private sealed class Denied(string cause, LogStoreException failure)
    {
        private string _first = string.Empty;
        private string _last = string.Empty;

        internal long Count { get; private set; }

        internal void Add(string path)
        {
            _first = Count == 0 || string.CompareOrdinal(path, _first) < 0 ? path : _first;
            _last = Count == 0 || string.CompareOrdinal(path, _last) > 0 ? path : _last;
            Count++;
        }

        internal TrailProblem Problem() => Count == 1
            ? LogProblems.File(_first, failure)
            : new TrailProblem(
                failure.Kind,
                _first,
                $"{Count:N0} more objects cannot be read for the same reason, so their events are missing from the answer, too; by name from \"{_first}\" to \"{_last}\": {cause}",
                failure);
    }
}
