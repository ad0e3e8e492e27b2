using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Studio;

/// <summary>The ledger against the written tree as DuckDB counts it.</summary>
[Collection(WrittenTree.Shared)]
public sealed class LedgerTests(WrittenTree tree)
{
    private Ledger Ledger => tree.Trail.Ledger;

    [Fact]
    public void Every_record_is_in_the_tree_and_no_other()
    {
        Assert.Equal(Ledger.Records.Count, tree.Number("SELECT count(*) FROM event"));
        Assert.Equal(Ledger.Records.Sum(r => r.Files.Count), tree.Number("SELECT count(*) FROM record"));
        Assert.Equal(tree.Tally.Records + tree.Tally.Copies, tree.Number("SELECT count(*) FROM record"));
    }

    [Fact]
    public void Counts_by_operation_are_those_of_the_tree()
    {
        SortedDictionary<string, long> counted = tree.Counts("SELECT name, count(*) FROM deadline GROUP BY name");
        Assert.Equal(Sorted(Ledger.Records.Where(r => r.IsDeadline).GroupBy(r => r.EventName)), counted);
        Assert.Equal(tree.Tally.Operations.OrderBy(o => o.Key, StringComparer.Ordinal), counted);
        Assert.Equal(128, counted.Count);
    }

    [Fact]
    public void Counts_of_other_services_are_those_of_the_tree() =>
        Assert.Equal(
            Sorted(Ledger.Records.GroupBy(r => r.EventSource + " " + r.EventName)),
            tree.Counts("SELECT source || ' ' || name, count(*) FROM event GROUP BY ALL"));

    [Fact]
    public void Counts_by_resource_type_are_those_of_the_tree() =>
        Assert.Equal(
            tree.Tally.ResourceTypes.OrderBy(t => t.Key, StringComparer.Ordinal),
            tree.Counts("SELECT type, count(DISTINCT id) FROM (SELECT id, unnest(j->>'$.resources[*].type') AS type FROM deadline) GROUP BY type"));

    [Fact]
    public void Counts_by_job_are_those_of_the_tree() =>
        Assert.Equal(About("job-"), tree.Counts(Mentioned("job")));

    [Fact]
    public void Counts_by_queue_fleet_and_worker_are_those_of_the_tree()
    {
        Assert.Equal(About("queue-"), tree.Counts(Mentioned("queue")));
        Assert.Equal(About("fleet-"), tree.Counts(Mentioned("fleet")));
        Assert.Equal(About("budget-"), tree.Counts(Mentioned("budget")));

        // A worker's id is its role session name too, which is who calls and not what the call is about.
        Assert.Equal(About("worker-"), tree.Counts(Mentioned("worker").Replace("text", "replace(text, j->>'userIdentity', '')", StringComparison.Ordinal)));
    }

    [Fact]
    public void Counts_by_error_are_those_of_the_tree() =>
        Assert.Equal(
            Sorted(Ledger.Records.Where(r => r.ErrorCode is not null).GroupBy(r => r.ErrorCode!)),
            tree.Counts("SELECT error, count(*) FROM event WHERE error IS NOT NULL GROUP BY error"));

    [Fact]
    public void Duplicates_are_the_same_text_in_two_files()
    {
        IEnumerable<string> twice = Ledger.Records.Where(r => r.Files.Count == 2).Select(r => r.EventId).Order(StringComparer.Ordinal);
        Assert.NotEmpty(twice);
        Assert.Equal(twice, tree.Rows("SELECT id FROM record GROUP BY id HAVING count(*) = 2 ORDER BY id").Select(r => (string)r[0]));
        Assert.Equal(0, tree.Number("SELECT count(*) FROM (SELECT id FROM record GROUP BY id HAVING count(DISTINCT text) > 1 OR count(*) > count(DISTINCT filename))"));
    }

    [Fact]
    public void The_true_order_is_newest_first_and_then_by_id() =>
        Assert.Equal(
            Ledger.NewestFirst().Select(r => r.EventId),
            tree.Rows("SELECT id FROM event ORDER BY time DESC, id").Select(r => (string)r[0]));

    [Fact]
    public void The_ledger_names_the_files_a_record_lies_in()
    {
        IEnumerable<string> written = tree.Rows("SELECT id, filename FROM record ORDER BY id, filename")
            .Select(r => $"{r[0]} {((string)r[1]).Replace('\\', '/')[(tree.Folder.Length + 1)..]}");
        Assert.Equal(
            Ledger.Records.SelectMany(r => r.Files.Select(f => $"{r.EventId} {f}")).Order(StringComparer.Ordinal),
            written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_record_has_the_text_the_ledger_says()
    {
        foreach (IGrouping<string, LedgerRecord> file in Ledger.Records.GroupBy(r => r.Files[0]).Take(50))
        {
            string text = tree.Read(file.Key);
            Assert.All(file, record => Assert.Contains(record.Json, text, StringComparison.Ordinal));
        }
    }

    private SortedDictionary<string, long> About(string prefix) => Sorted(
        from record in Ledger.Records
        where record.IsDeadline
        from id in record.About
        where id.StartsWith(prefix, StringComparison.Ordinal)
        group record by id);

    private static string Mentioned(string kind) =>
        $"SELECT mention, count(DISTINCT id) FROM (SELECT id, unnest(regexp_extract_all(text, '\\b{kind}-[0-9a-f]{{32}}')) AS mention FROM deadline) GROUP BY mention";

    private static SortedDictionary<string, long> Sorted<T>(IEnumerable<IGrouping<string, T>> groups)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (IGrouping<string, T> group in groups)
        {
            counts[group.Key] = group.LongCount();
        }

        return counts;
    }
}
