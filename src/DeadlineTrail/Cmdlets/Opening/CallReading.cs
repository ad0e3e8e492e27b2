using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.SignIns;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>
/// Reads calls again from where they were, after the cmdlet that found them has ended: from files, and from objects with the
/// credentials that it had.
/// </summary>
/// <param name="place">How the buckets were read.</param>
/// <param name="settings">How to reach AWS.</param>
internal sealed class CallReading(SourceSpecification place, AwsSettings settings)
{
    /// <inheritdoc cref="SessionCalls.Reader"/>
    internal IEnumerable<TrailEvent> Read(IReadOnlyList<string> paths, TrailQuery query, ITrailObserver observer)
    {
        var objects = paths.Select(BucketProblems.TryParse).OfType<(string BucketName, string Key)>().ToArray();
        if (objects.Length > 0)
        {
            var named = place with { Paths = null, Trails = [], Objects = objects };
            using var opened = new SourceFactory(null, CancellationToken.None).Open(named, () => settings, SourceReach.Farm);
            foreach (var call in opened.Source.Read(query, observer, CancellationToken.None))
            {
                yield return call;
            }
        }

        var files = paths.Where(static path => BucketProblems.TryParse(path) is null).ToArray();
        foreach (var call in files.Length > 0 ? SessionCalls.FromFiles(files, query, observer) : [])
        {
            yield return call;
        }
    }
}
