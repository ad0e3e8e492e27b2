#pragma warning disable IDE0060, CA1822, CS1573
using System;
using System.Collections.Generic;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>Every identifier of the farm that a record names, wherever it stands.</summary>
internal sealed class RecordIdentifiers
{
    public static RecordIdentifiers Empty { get; } = new();

    /// <summary>Finds the identifiers. Spans are the UTF-8 JSON values of the record, empty where absent. Never throws.</summary>
    /// <param name="eventSource">The record's <c>eventSource</c>; null counts as Deadline Cloud's own.</param>
    public static RecordIdentifiers Read(
        ReadOnlySpan<byte> requestParameters,
        ReadOnlySpan<byte> responseElements,
        ReadOnlySpan<byte> resources,
        string? errorMessage,
        string? eventName,
        string? eventSource = null) => Empty;

    /// <summary>The one identifier of that kind the call was about; null where there is none or the call names several alike.</summary>
    public string? this[IdentifierKind kind] => null;

    /// <summary>Every identifier of that kind the record names, in the order found.</summary>
    public IReadOnlyList<string> Values(IdentifierKind kind) => [];

    /// <summary>Whether the record names that identifier anywhere.</summary>
    public bool Mentions(IdentifierKind kind, string id) => false;

    /// <summary>Whether the record names that identifier anywhere, of whatever kind.</summary>
    public bool Mentions(string id) => false;

    /// <summary>Every identifier the record names, each once, in the order found.</summary>
    public IReadOnlyList<string> All => [];

    /// <summary>What the call was about.</summary>
    /// <param name="catalogueResource">The resource the catalogue of operations gives for the event name, such as <c>QueueMember</c>; null when it has none.</param>
    public CalledResource Resource(string? catalogueResource) => default;
}
