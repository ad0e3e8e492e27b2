using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Testing;

/// <summary>
/// The truth about a trail, written down as things happened and not read back from it. Later questions get lists of their
/// own here; nothing in it depends on how a reader works.
/// </summary>
public sealed class Ledger
{
    private readonly List<LedgerRecord> _records = [];
    private readonly List<SignInSession> _signIns = [];
    private readonly List<FailedSignIn> _failedSignIns = [];
    private readonly List<ResourceChange> _changes = [];
    private readonly List<Incident> _incidents = [];

    internal Ledger(bool keepsRecords) => KeepsRecords = keepsRecords;

    /// <summary>The counts.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Every record once, in the order they were made.</summary>
    public IReadOnlyList<LedgerRecord> Records => _records;

    /// <summary>Sessions of the monitor, by their beginning.</summary>
    public IReadOnlyList<SignInSession> SignIns => _signIns;

    public IReadOnlyList<FailedSignIn> FailedSignIns => _failedSignIns;

    /// <summary>Changes of resources by successful calls, in the order they happened.</summary>
    public IReadOnlyList<ResourceChange> Changes => _changes;

    /// <summary>What happened that people will ask about.</summary>
    public IReadOnlyList<Incident> Incidents => _incidents;

    /// <summary>False while a big trail is written: then only <see cref="Tally"/> is kept.</summary>
    internal bool KeepsRecords { get; }

    /// <summary>The records in the one true order: event time descending, then event id by code unit.</summary>
    public IEnumerable<LedgerRecord> NewestFirst() =>
        _records.OrderByDescending(r => r.EventTime).ThenBy(r => r.EventId, StringComparer.Ordinal);

    /// <summary>The Deadline Cloud records that name an identifier.</summary>
    public IEnumerable<LedgerRecord> About(string id) => _records.Where(r => r.IsDeadline && r.IsAbout(id));

    internal void Add(LedgerRecord record) => _records.Add(record);

    internal void Add(SignInSession session)
    {
        if (KeepsRecords)
        {
            _signIns.Add(session);
        }
    }

    internal void Add(FailedSignIn failure)
    {
        if (KeepsRecords)
        {
            _failedSignIns.Add(failure);
        }
    }

    internal void Add(ResourceChange change)
    {
        if (KeepsRecords)
        {
            _changes.Add(change);
        }
    }

    internal void Add(Incident incident)
    {
        if (KeepsRecords)
        {
            _incidents.Add(incident);
        }
    }
}
