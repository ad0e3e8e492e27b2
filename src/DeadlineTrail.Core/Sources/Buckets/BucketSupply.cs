using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>
/// Lists a bucket day by day, from the last to the first: only days whose logs can hold the answer, and only as far as
/// the answer is wanted. A day of every account and Region is listed before its newest log is read.
/// </summary>
/// <param name="store">The bucket.</param>
/// <param name="scope">The part of it that is wanted.</param>
/// <param name="query">What is asked.</param>
/// <param name="parallel">How many folders are listed at once.</param>
/// <param name="today">Today (UTC).</param>
internal sealed class BucketSupply(ILogStore store, BucketScope scope, TrailQuery query, int parallel, DateTime today) : ILogSupply
{
    private IReadOnlyList<BucketFolder>? _folders;
    private int _isRefused;
    private DateTime _day;
    private DateTime _firstDay;

    /// <summary>Gets the last day that is read.</summary>
    internal DateTime LastDay { get; private set; }

    /// <summary>Gets a value indicating whether there may be logs of later days.</summary>
    internal bool IsCutOff => LastDay < today.AddDays(1);

    /// <summary>Gets what earlier readings leave to read; null to read everything.</summary>
    internal IBucketMemory? Memory { get; init; }

    /// <inheritdoc/>
    public LogPortion Next(CancellationToken cancellation)
    {
        var problems = new List<TrailProblem>();
        var told = new List<string>();
        var warnings = new List<TrailWarning>();
        if (_folders is null)
        {
            Begin(problems, told, warnings, cancellation);
        }

        var files = new ConcurrentBag<LogFile>();
        var failures = new ConcurrentBag<TrailProblem>();
        var denied = new ConcurrentBag<BucketFolder>();
        if (_day >= _firstDay)
        {
            OwnThreads.ForEach(_folders!, parallel, folder => ListDay(folder, files, failures, denied, cancellation), cancellation);
            _folders = _folders!.Except(denied).ToArray();
        }

        problems.AddRange(failures.OrderBy(static problem => problem.Target, StringComparer.Ordinal));
        var newestLeft = _day > _firstDay ? _day.Ticks - TimeSpan.TicksPerMinute : (long?)null;
        _day = _day.AddDays(-1);
        return new LogPortion(files.ToArray(), newestLeft, problems, told) { Warnings = warnings };
    }

    private void Begin(List<TrailProblem> problems, List<string> told, List<TrailWarning> warnings, CancellationToken cancellation)
    {
        var finder = new BucketFolders(store, scope, parallel, cancellation);
        _folders = finder.Find();
        _day = query.EndTicks >= today.Ticks ? today.AddDays(1) : Earlier(new DateTime(query.EndTicks).Date + scope.DeliverySlack, today.AddDays(1));
        LastDay = _day;
        _firstDay = FirstDayOf(finder);
        problems.AddRange(finder.Problems);
        _isRefused = finder.Problems.Any(static problem => IsForGood(problem.Kind)) ? 1 : 0;
        if (_folders.Count == 0)
        {
            _firstDay = _day.AddDays(1);
            told.Add($"No logs of any account below {BucketProblems.Address(scope.BucketName, scope.Root)}.");
            return;
        }

        var extent = $"{BucketProblems.Address(scope.BucketName, scope.Root)}: {_folders.Select(static folder => folder.AccountId).Distinct().Count()} account(s), {_folders.Select(static folder => folder.Region).Distinct().Count()} Region(s), {(_day - _firstDay).Days + 1} day(s) from {_firstDay:yyyy-MM-dd} to {_day:yyyy-MM-dd}";
        told.Add("Reading " + extent + ".");
        if (query.StartTicks == long.MinValue && query.EndTicks == long.MaxValue && query.MaxEvents == long.MaxValue)
        {
            warnings.Add(new TrailWarning("WholeBucket", $"No time is given, so everything is read: {extent}. To read less, give -Last, -StartTime or -MaxEvents."));
        }
    }

    private DateTime FirstDayOf(BucketFolders finder)
    {
        if (Memory is not null)
        {
            Memory.Begin(_folders!, isWhole: finder.Problems.Count == 0);
            return _folders!.Select(Memory.FirstDay).DefaultIfEmpty(_day.AddDays(1)).Min();
        }

        return query.StartTicks > TimeSpan.TicksPerDay
            ? LogFileName.FirstDayOf(query.StartTicks)
            : finder.FirstDay(_folders!) ?? _day.AddDays(1);
    }

    private void ListDay(BucketFolder folder, ConcurrentBag<LogFile> files, ConcurrentBag<TrailProblem> failures, ConcurrentBag<BucketFolder> denied, CancellationToken cancellation)
    {
        if (Memory?.FirstDay(folder) > _day)
        {
            return;
        }

        var path = folder.Day(_day);
        try
        {
            foreach (var log in store.List(path, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                if (log.Key.LastIndexOf('/') < log.Key.Length - 1)
                {
                    var file = new BucketLogFile(store, scope.BucketName, log);
                    if (Memory?.Wants(folder, _day, log, file) != false)
                    {
                        files.Add(file);
                    }
                }
            }
        }
        catch (LogStoreException failure) when (failure.Kind == ProblemKind.AccessDenied || IsForGood(failure.Kind))
        {
            // It would be refused for every other day, too; once is enough to be told.
            denied.Add(folder);
            if (failure.Kind == ProblemKind.AccessDenied || Interlocked.Exchange(ref _isRefused, 1) == 0)
            {
                failures.Add(BucketProblems.Listing(scope, folder.Path, failure));
            }

            Memory?.Unlisted(folder, Memory.FirstDay(folder));
        }
        catch (IOException failure)
        {
            failures.Add(BucketProblems.Listing(scope, path, failure));
            Memory?.Unlisted(folder, _day);
        }
    }

    /// <summary>Whether no other folder will be listed either: the credentials are no good, or there is no such bucket.</summary>
    private static bool IsForGood(ProblemKind kind) => kind is ProblemKind.CredentialsRefused or ProblemKind.NotFound;

    private static DateTime Earlier(DateTime one, DateTime other) => one.Date < other ? one.Date : other;
}
