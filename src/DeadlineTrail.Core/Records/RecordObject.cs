using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using DeadlineTrail.Parsing;

namespace DeadlineTrail;

/// <summary>
/// A JSON object of a record, such as its request parameters. In PowerShell its members are reached by dot:
/// <c>$e.RequestParameters.displayName</c>.
/// </summary>
/// <remarks>
/// Names are looked up in exact case first, then without regard to case, so keys that differ only by case are both
/// reachable. Texts stay texts, also those that look like dates; whole numbers are <see cref="long"/>, larger
/// ones <see cref="System.Numerics.BigInteger"/>, others <see cref="decimal"/>, and what fits none of them without losing a
/// digit stays text.
/// </remarks>
[SuppressMessage("Design", "CA1010", Justification = "PowerShell adapts the plain dictionary; a generic one beside it would be enumerated as pairs.")]
[SuppressMessage("Naming", "CA1710", Justification = "Named for what it is in the record, not for the interface that PowerShell needs.")]
public sealed class RecordObject : IDictionary
{
    private readonly byte[] _record;
    private readonly int _start;
    private readonly int _length;
    private readonly List<KeyValuePair<string, object?>> _members;
    private readonly Dictionary<string, int> _places;

    internal RecordObject(
        byte[] record, int start, int length, List<KeyValuePair<string, object?>> members, Dictionary<string, int> places)
    {
        _record = record;
        _start = start;
        _length = length;
        _members = members;
        _places = places;
    }

    /// <summary>Gets the number of members.</summary>
    public int Count => _members.Count;

    /// <summary>Gets the names of the members, in the order of the record.</summary>
    public ICollection Keys => _members.ConvertAll(member => member.Key);

    /// <summary>Gets the values of the members, in the order of the record.</summary>
    public ICollection Values => _members.ConvertAll(member => member.Value);

    /// <inheritdoc/>
    bool IDictionary.IsFixedSize => true;

    /// <inheritdoc/>
    bool IDictionary.IsReadOnly => true;

    /// <inheritdoc/>
    bool ICollection.IsSynchronized => false;

    /// <inheritdoc/>
    object ICollection.SyncRoot => _members;

    /// <summary>Gets a member's value: in exact case, else the first that differs only by case, else null.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="NotSupportedException">It is set: a record is read only.</exception>
    public object? this[object key]
    {
        get => Find(key) is var at && at >= 0 ? _members[at].Value : null;
        set => throw ReadOnly();
    }

    /// <summary>Whether there is a member of a name, in exact case or not.</summary>
    /// <param name="key">The name.</param>
    public bool Contains(object key) => Find(key) >= 0;

    /// <summary>Gives the object as compact JSON, digits and escapes as they stand in the record.</summary>
    public override string ToString() => CompactJson.Of(_record.AsSpan(_start, _length));

    /// <inheritdoc/>
    public IDictionaryEnumerator GetEnumerator() => new Enumerator(_members.GetEnumerator());

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    void ICollection.CopyTo(Array array, int index)
    {
        foreach (DictionaryEntry member in this)
        {
            array.SetValue(member, index++);
        }
    }

    /// <inheritdoc/>
    void IDictionary.Add(object key, object? value) => throw ReadOnly();

    /// <inheritdoc/>
    void IDictionary.Clear() => throw ReadOnly();

    /// <inheritdoc/>
    void IDictionary.Remove(object key) => throw ReadOnly();

    private static NotSupportedException ReadOnly() => new("A record of the trail is read only.");

    private int Find(object key)
    {
        if (key is not string name)
        {
            return -1;
        }

        return _places.TryGetValue(name, out var place)
            ? place
            : _members.FindIndex(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Enumerator(List<KeyValuePair<string, object?>>.Enumerator members) : IDictionaryEnumerator
    {
        private List<KeyValuePair<string, object?>>.Enumerator _members = members;

        public DictionaryEntry Entry => new(_members.Current.Key, _members.Current.Value);

        public object Key => _members.Current.Key;

        public object? Value => _members.Current.Value;

        public object Current => Entry;

        public bool MoveNext() => _members.MoveNext();

        public void Reset() => ((IEnumerator)_members).Reset();
    }
}
