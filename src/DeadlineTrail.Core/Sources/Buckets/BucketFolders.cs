using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>Finds the accounts and Regions of a bucket, by listing folders, never their content.</summary>
/// <param name="store">The bucket.</param>
/// <param name="scope">The part of it that is wanted.</param>
/// <param name="parallel">How many folders are listed at once.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class BucketFolders(ILogStore store, BucketScope scope, int parallel, CancellationToken cancellation)
{
    private readonly List<TrailProblem> _problems = [];

    /// <summary>Gets what could not be listed.</summary>
    internal IReadOnlyList<TrailProblem> Problems => [.. _problems.OrderBy(static problem => problem.Target, StringComparer.Ordinal)];

    /// <summary>Finds the folders that are wanted. An organisation's trail can have two trees: of the time when it was one,
    /// and of the time when it was not.</summary>
    internal IReadOnlyList<BucketFolder> Find()
    {
        var accounts = Accounts();
        var folders = new IEnumerable<BucketFolder>[accounts.Count];
        OwnThreads.ForEach(
            Enumerable.Range(0, accounts.Count).ToArray(),
            parallel,
            at =>
            {
                var regions = scope.Regions.Count > 0 && !scope.EveryFolder ? scope.Regions : Names(accounts[at] + "CloudTrail/") ?? scope.Regions;
                folders[at] = regions.Select(region => new BucketFolder(accounts[at], LastPart(accounts[at]), region)).ToArray();
            },
            cancellation);
        return folders.SelectMany(static each => each).ToArray();
    }

    /// <summary>The first day of any folder; null when all are empty.</summary>
    internal DateTime? FirstDay(IReadOnlyList<BucketFolder> folders)
    {
        var gate = new object();
        DateTime? first = null;
        OwnThreads.ForEach(
            folders,
            parallel,
            folder =>
            {
                var day = FirstDay(folder);
                lock (gate)
                {
                    first = day < first || first is null ? day ?? first : first;
                }
            },
            cancellation);
        return first;
    }

    private DateTime? FirstDay(BucketFolder folder)
    {
        var path = folder.Path;
        for (var level = 0; level < 3; level++)
        {
            var first = Names(path)?.Where(static name => name.All(char.IsDigit)).OrderBy(static name => name, StringComparer.Ordinal).FirstOrDefault();
            if (first is null)
            {
                return null;
            }

            path += first + "/";
        }

        var day = path.Substring(folder.Path.Length);
        return DateTime.TryParseExact(day, "yyyy/MM/dd/", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private List<string> Accounts()
    {
        // Where the root may not be listed, accounts that were named can be read nevertheless.
        var root = Names(scope.Root) ?? scope.AccountIds;
        IEnumerable<string> organizations = scope.OrganizationId is { } named ? [named] : root.Where(static name => name.StartsWith("o-", StringComparison.Ordinal));
        var accounts = Wanted(scope.Root, root).ToList();
        foreach (var organization in organizations)
        {
            var tree = scope.Root + organization + "/";
            accounts.AddRange(Wanted(tree, Names(tree) ?? scope.AccountIds));
        }

        return accounts;
    }

    private IEnumerable<string> Wanted(string tree, IEnumerable<string> names) => names
        .Where(name => IsAccount(name) && (scope.EveryFolder || scope.AccountIds.Count == 0 || scope.AccountIds.Contains(name)))
        .Select(name => tree + name + "/");

    /// <summary>The names of the folders in a folder; null when it cannot be listed, which is a problem then.</summary>
    private List<string>? Names(string prefix)
    {
        try
        {
            return store.Folders(prefix, cancellation).Select(LastPart).ToList();
        }
        catch (IOException failure)
        {
            lock (_problems)
            {
                _problems.Add(BucketProblems.Listing(scope, prefix, failure));
            }

            return null;
        }
    }

    private static bool IsAccount(string name) => name.Length == 12 && name.All(static character => character is >= '0' and <= '9');

    private static string LastPart(string folder)
    {
        var trimmed = folder.TrimEnd('/');
        return trimmed.Substring(trimmed.LastIndexOf('/') + 1);
    }
}
