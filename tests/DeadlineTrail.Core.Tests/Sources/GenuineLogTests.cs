using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Files;
using Xunit;

namespace DeadlineTrail.Core.Tests.Sources;

public class GenuineLogTests
{
    [GenuineLogsFact]
    public void A_genuine_trail_gives_every_record_counted_by_an_independent_script()
    {
        var expected = File.ReadLines(GenuineLogs.Path("invictus", "COUNTS.tsv"))
            .Select(line => line.Split('\t'))
            .ToDictionary(parts => (parts[0], parts[1]), parts => int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));

        var events = Read(out var observer, GenuineLogs.Path("invictus", "CloudTrail"));

        Assert.Equal(2900, events.Count);
        Assert.Empty(observer.Problems);
        Assert.Equal(expected, events.GroupBy(e => (e.EventSource, e.EventName)).ToDictionary(group => group.Key, group => group.Count()));
    }

    private static List<TrailEvent> Read(out RecordingObserver observer, params string[] paths) => Read(new TrailQuery(), out observer, paths);

    private static List<TrailEvent> Read(TrailQuery query, out RecordingObserver observer, params string[] paths)
    {
        observer = new RecordingObserver();
        return new FileTrailSource(paths).Read(query, observer, CancellationToken.None).ToList();
    }
}
