using System;
using System.Collections.Generic;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>Every identifier of the farm that a record names, wherever it stands.</summary>
internal sealed class RecordIdentifiers
{
    private readonly IdentifierCollection _found;
    private string[]? _all;

    private RecordIdentifiers(IdentifierCollection found, string? resourceName)
    {
        _found = found;
        ResourceName = resourceName;
    }

    public static RecordIdentifiers Empty { get; } = new(new IdentifierCollection(), null);

    /// <summary>The display name the record has for what the call was about; null where it has none.</summary>
    public string? ResourceName { get; }

    /// <summary>Every identifier the record names, each once, in the order found.</summary>
    public IReadOnlyList<string> All => _all ??= ReadAll();

    /// <summary>
    /// The one identifier of that kind the call was about: from the top of the request, else its items, else a resource's ARN, else the top
    /// of the response, else the text of an error. Null where there is none, and where the best place names several alike (a batch of
    /// jobs): see <see cref="Values"/>.
    /// </summary>
    public string? this[IdentifierKind kind]
    {
        get
        {
            IdentifierPlace best = IdentifierPlace.Mention;
            string? id = null;
            foreach (IdentifierCollection.Entry entry in _found.Entries)
            {
                if (entry.Kind == kind && entry.Place <= best && entry.Place != IdentifierPlace.Mention)
                {
                    id = entry.Place < best ? entry.Id : null;
                    best = entry.Place;
                }
            }

            return id;
        }
    }

    /// <summary>Finds the identifiers. Never throws. Spans are the UTF-8 JSON values of the record, empty where absent.</summary>
    /// <param name="requestParameters">The record's <c>requestParameters</c>.</param>
    /// <param name="responseElements">The record's <c>responseElements</c>.</param>
    /// <param name="resources">The record's <c>resources</c>.</param>
    /// <param name="errorMessage">The record's <c>errorMessage</c>.</param>
    /// <param name="eventName">The record's <c>eventName</c>: which field is the display name depends on it.</param>
    /// <param name="eventSource">
    /// The record's <c>eventSource</c>; null counts as Deadline Cloud's own. Other services have fields called <c>jobId</c> too, so in
    /// their records only what has the shape of a Deadline Cloud identifier counts.
    /// </param>
    public static RecordIdentifiers Read(
        ReadOnlySpan<byte> requestParameters,
        ReadOnlySpan<byte> responseElements,
        ReadOnlySpan<byte> resources,
        string? errorMessage,
        string? eventName,
        string? eventSource = null)
    {
        bool isDeadline = eventSource is null || string.Equals(eventSource, DeadlineService.EventSource, StringComparison.OrdinalIgnoreCase);
        IdentifierReader reader = new(isDeadline, eventName);
        reader.ReadRequest(requestParameters);
        reader.ReadResources(resources);
        reader.ReadResponse(responseElements);
        reader.ReadError(errorMessage);
        return reader.Found is null && reader.ResourceName is null
            ? Empty
            : new RecordIdentifiers(reader.Found ?? Empty._found, reader.ResourceName);
    }

    /// <summary>Every identifier of that kind the record names, each once, in the order found.</summary>
    public IReadOnlyList<string> Values(IdentifierKind kind)
    {
        List<string> values = [];
        foreach (IdentifierCollection.Entry entry in _found.Entries)
        {
            if (entry.Kind == kind)
            {
                values.Add(entry.Id);
            }
        }

        return values;
    }

    /// <summary>Whether the record names that identifier anywhere. Upper and lower case differ.</summary>
    public bool Mentions(IdentifierKind kind, string id) => _found.IndexOf(kind, id) >= 0;

    /// <summary>Whether the record names that identifier anywhere, of whatever kind. Upper and lower case differ.</summary>
    public bool Mentions(string id)
    {
        foreach (IdentifierCollection.Entry entry in _found.Entries)
        {
            if (string.Equals(entry.Id, id, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the call was about.</summary>
    /// <param name="catalogueResource">The resource the catalogue of operations gives for the event name, such as <c>QueueMember</c>; null when it has none.</param>
    public CalledResource Resource(string? catalogueResource) => CalledResource.Of(this, catalogueResource);

    private string[] ReadAll()
    {
        List<string> all = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (IdentifierCollection.Entry entry in _found.Entries)
        {
            if (seen.Add(entry.Id))
            {
                all.Add(entry.Id);
            }
        }

        return [.. all];
    }
}
