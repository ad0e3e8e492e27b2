using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>Finds the accounts and Regions of a bucket, by listing folders, never their content.</summary>
internal sealed class BucketFolders(ILogStore store, BucketScope scope, CancellationToken cancellation)
{
    /// <summary>Gets what could not be listed.</summary>
    internal List<TrailProblem> Problems { get; } = [];

    /// <summary>Finds the folders that are wanted. An organisation's trail can have two trees: of the time when it was one,
    /// and of the time when it was not.</summary>
    internal IReadOnlyList<BucketFolder> Find()
    {
        var folders = new List<BucketFolder>();
        foreach (var account in Trees().SelectMany(Accounts))
        {
            cancellation.ThrowIfCancellationRequested();
            var id = LastPart(account);
            var regions = scope.Regions.Count > 0 ? scope.Regions : Names(account + "CloudTrail/");
            folders.AddRange(regions.Select(region => new BucketFolder(account, id, region)));
        }

        return folders;
    }

    /// <summary>The first day of a folder; null when it is empty.</summary>
    internal DateTime? FirstDay(BucketFolder folder)
    {
        var path = folder.Path;
        for (var level = 0; level < 3; level++)
        {
            var first = Names(path).Where(static name => name.All(char.IsDigit)).OrderBy(static name => name, StringComparer.Ordinal).FirstOrDefault();
            if (first is null)
            {
                return null;
            }

            path += first + "/";
        }

        var day = path.Substring(folder.Path.Length);
        return DateTime.TryParseExact(day, "yyyy/MM/dd/", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private IEnumerable<string> Trees()
    {
        yield return scope.Root;
        if (scope.OrganizationId is { } organization)
        {
            yield return scope.Root + organization + "/";
        }
        else
        {
            foreach (var name in Names(scope.Root).Where(static name => name.StartsWith("o-", StringComparison.Ordinal)))
            {
                yield return scope.Root + name + "/";
            }
        }
    }

    private IEnumerable<string> Accounts(string tree) => Names(tree)
        .Where(name => IsAccount(name) && (scope.AccountIds.Count == 0 || scope.AccountIds.Contains(name)))
        .Select(name => tree + name + "/");

    private List<string> Names(string prefix)
    {
        try
        {
            return store.Folders(prefix, cancellation).Select(LastPart).ToList();
        }
        catch (System.IO.IOException failure)
        {
            Problems.Add(BucketProblems.Listing(scope, prefix, failure));
            return [];
        }
    }

    private static bool IsAccount(string name) => name.Length == 12 && name.All(static character => character is >= '0' and <= '9');

    private static string LastPart(string folder)
    {
        var trimmed = folder.TrimEnd('/');
        return trimmed.Substring(trimmed.LastIndexOf('/') + 1);
    }
}
