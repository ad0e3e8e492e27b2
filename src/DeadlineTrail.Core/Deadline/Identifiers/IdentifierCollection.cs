using System;
using System.Collections.Generic;
using System.Text;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>Gathers identifiers, each once for each kind, at the best of the places where it was found.</summary>
internal sealed class IdentifierCollection
{
    // A record names a handful. Beyond this, a dictionary finds what was seen before.
    private const int SearchedInTurn = 32;

    private readonly List<Entry> _entries = [];
    private Dictionary<(IdentifierKind Kind, string Id), int>? _index;

    internal readonly record struct Entry(IdentifierKind Kind, string Id, IdentifierPlace Place);

    public IReadOnlyList<Entry> Entries => _entries;

    public void Add(IdentifierKind kind, ReadOnlySpan<byte> id, IdentifierPlace place)
    {
        if (_index is null)
        {
            for (int i = 0; i < _entries.Count; i++)
            {
                if (_entries[i].Kind == kind && IsSame(_entries[i].Id, id))
                {
                    Improve(i, place);
                    return;
                }
            }
        }

        Add(kind, ToText(id), place);
    }

    public void Add(IdentifierKind kind, string id, IdentifierPlace place)
    {
        int known = IndexOf(kind, id);
        if (known >= 0)
        {
            Improve(known, place);
            return;
        }

        _index?.Add((kind, id), _entries.Count);
        _entries.Add(new Entry(kind, id, place));
        if (_index is null && _entries.Count > SearchedInTurn)
        {
            _index = [];
            for (int i = 0; i < _entries.Count; i++)
            {
                _index.Add((_entries[i].Kind, _entries[i].Id), i);
            }
        }
    }

    public int IndexOf(IdentifierKind kind, string id)
    {
        if (_index is not null)
        {
            return _index.TryGetValue((kind, id), out int index) ? index : -1;
        }

        for (int i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Kind == kind && string.Equals(_entries[i].Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private void Improve(int index, IdentifierPlace place)
    {
        if (place < _entries[index].Place)
        {
            _entries[index] = _entries[index] with { Place = place };
        }
    }

    private static bool IsSame(string text, ReadOnlySpan<byte> ascii)
    {
        if (text.Length != ascii.Length)
        {
            return false;
        }

        for (int i = 0; i < ascii.Length; i++)
        {
            if (text[i] != ascii[i] || ascii[i] > 0x7F)
            {
                return false;
            }
        }

        return true;
    }

    private static unsafe string ToText(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* bytes = utf8)
        {
            return utf8.IsEmpty ? string.Empty : Encoding.UTF8.GetString(bytes, utf8.Length);
        }
    }
}
