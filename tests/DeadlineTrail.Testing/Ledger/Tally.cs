using System.Collections.Generic;

namespace DeadlineTrail.Testing;

/// <summary>Counts of a trail, kept while it is written: they need no record in memory.</summary>
public sealed class Tally
{
    private readonly Dictionary<(string Source, string Name), long> _events = [];
    private readonly Dictionary<string, long> _operations = [];
    private readonly Dictionary<string, long> _resourceTypes = [];
    private readonly Dictionary<string, long> _files = [];

    /// <summary>Records, each counted once however many files it lies in.</summary>
    public long Records { get; private set; }

    /// <summary>Records of AWS Deadline Cloud.</summary>
    public long DeadlineRecords { get; private set; }

    /// <summary>Additional copies of records in other files.</summary>
    public long Copies { get; internal set; }

    /// <summary>Records delivered hours or days late.</summary>
    public long Late { get; internal set; }

    /// <summary>Bytes of all files before compression.</summary>
    public long Bytes { get; private set; }

    /// <summary>Records by source and name.</summary>
    public IReadOnlyDictionary<(string Source, string Name), long> Events => _events;

    /// <summary>Deadline Cloud records by operation.</summary>
    public IReadOnlyDictionary<string, long> Operations => _operations;

    /// <summary>Deadline Cloud records by the type in <c>resources</c>, each type once a record.</summary>
    public IReadOnlyDictionary<string, long> ResourceTypes => _resourceTypes;

    /// <summary>Files by kind: CloudTrail, CloudTrail-Digest, ...</summary>
    public IReadOnlyDictionary<string, long> Files => _files;

    internal void Count(string source, string name, bool deadline, string? resourcesType)
    {
        Records++;
        Add(_events, (source, name));
        if (deadline)
        {
            DeadlineRecords++;
            Add(_operations, name);
            if (resourcesType is not null)
            {
                Add(_resourceTypes, resourcesType);
            }
        }
    }

    internal void CountFile(string kind, long bytes)
    {
        Add(_files, kind);
        Bytes += bytes;
    }

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull
    {
        counts.TryGetValue(key, out long count);
        counts[key] = count + 1;
    }
}
