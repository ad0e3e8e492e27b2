using System;
using System.Globalization;
using System.IO;
using DeadlineTrail.Benchmarks.Corpora;
using DuckDB.NET.Data;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>
/// DuckDB, told everything it would otherwise have to find out: the columns, the form, the compression. It takes four
/// texts of each record and no more, and every file for one line, which are the quickest of its ways to answer; a corpus
/// of files with more lines it gets without that. The module's objects have all of a record, however a file is broken
/// into lines.
/// </summary>
internal sealed class DuckDbContender : Contender
{
    private const long LeastObjectSize = 16 * 1024 * 1024;

    private readonly DuckDBConnection _database = new("DataSource=:memory:");

    internal DuckDbContender()
    {
        _database.Open();
        Ask($"SET threads = {Threads}");
    }

    /// <inheritdoc/>
    internal override long Count(Corpus corpus)
    {
        try
        {
            return Count(corpus, "newline_delimited");
        }
        catch (DuckDBException failure) when (failure.Message.Contains("Malformed JSON", StringComparison.Ordinal))
        {
            return Count(corpus, "unstructured");
        }
    }

    private long Count(Corpus corpus, string format)
    {
        string files = Path.Combine(corpus.Logs, "**", "*.json.gz").Replace('\\', '/').Replace("'", "''", StringComparison.Ordinal);
        long objectSize = Math.Max(LeastObjectSize, corpus.Counts.LargestTextBytes + 1);
        return Ask($$"""
            SELECT count(*), sum(length(r.eventName) + length(r.eventTime) + length(r.eventID))
            FROM (SELECT unnest(Records) AS r
                  FROM read_json('{{files}}',
                                 columns = {Records: 'STRUCT(eventSource VARCHAR, eventName VARCHAR, eventTime VARCHAR, eventID VARCHAR)[]'},
                                 format = '{{format}}', compression = 'gzip', maximum_object_size = {{objectSize}}))
            WHERE r.eventSource = 'deadline.amazonaws.com'
            """);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }

    private long Ask(string sql)
    {
        using DuckDBCommand command = _database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, CultureInfo.InvariantCulture);
    }
}
