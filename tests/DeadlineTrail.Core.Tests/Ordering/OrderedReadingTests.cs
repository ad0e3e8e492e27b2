using System;
using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Files;
using Xunit;

namespace DeadlineTrail.Core.Tests.Ordering;

/// <summary>The reader against the scenarios written by hand.</summary>
public sealed class OrderedReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var scenario in OrderScenario.All())
            {
                cases.Add(scenario.Name, 1);
                cases.Add(scenario.Name, 4);
            }

            return cases;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_scenario_comes_out_as_written_whatever_the_number_of_threads(string name, int threads)
    {
        var scenario = OrderScenario.Named(name);
        var observer = new RecordingObserver();
        var source = new FileTrailSource([scenario.WriteTo(_folder.Path)]) { Threads = threads };

        var events = source.Read(QueryOf(scenario.Query), observer, CancellationToken.None).ToList();

        Assert.Empty(observer.Problems);
        if (scenario.Query.Unordered)
        {
            Assert.Equal(scenario.Expect.EventIds.Order(StringComparer.Ordinal), events.Select(e => e.EventId).Order(StringComparer.Ordinal));
        }
        else
        {
            Assert.Equal(scenario.Expect.EventIds, events.Select(e => e.EventId));
        }

        Assert.Equal(scenario.Expect.Warnings, observer.Warnings.Select(warning => warning.Id));
        if (threads == 1)
        {
            // Several threads may have read further ahead before the first of them was done.
            Assert.InRange(source.FilesTaken, 0, scenario.Expect.FilesReadAtMost ?? int.MaxValue);
        }

        var marked = events.Where(e => e.IsOutOfOrder).Select(e => e.EventId).ToHashSet();
        Assert.Equal(scenario.Expect.Warnings.Contains("OrderViolation"), marked.Count > 0);
    }

    private static TrailQuery QueryOf(ScenarioQuery query) => new()
    {
        Order = query.Unordered ? TrailOrder.Unordered : query.Oldest ? TrailOrder.OldestFirst : TrailOrder.NewestFirst,
        MaxEvents = query.MaxEvents ?? long.MaxValue,
        IncludeDuplicate = query.IncludeDuplicate,
        StartTicks = query.Start?.UtcTicks ?? long.MinValue,
        EndTicks = query.End?.UtcTicks ?? long.MaxValue,
    };
}
