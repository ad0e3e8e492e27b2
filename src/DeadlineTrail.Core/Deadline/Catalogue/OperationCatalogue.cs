using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.IO;

namespace DeadlineTrail.Deadline;

/// <summary>The operations of AWS Deadline Cloud that CloudTrail can name, read once from the data embedded in this assembly.</summary>
internal sealed class OperationCatalogue
{
    private const string ResourceName = "operations.json";

    private static readonly Lazy<OperationCatalogue> s_current = new(LoadEmbedded);

    private readonly Dictionary<string, TrailAction> _byName;

    /// <exception cref="InvalidDataException">Two operations have the same name.</exception>
    internal OperationCatalogue(string apiVersion, IEnumerable<TrailAction> actions)
    {
        ApiVersion = apiVersion;

        List<TrailAction> sorted = [.. actions];
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        Actions = new ReadOnlyCollection<TrailAction>(sorted);

        _byName = new Dictionary<string, TrailAction>(sorted.Count, StringComparer.Ordinal);
        foreach (TrailAction action in sorted)
        {
            if (_byName.ContainsKey(action.Name))
            {
                throw new InvalidDataException($"The catalogue has the operation '{action.Name}' twice.");
            }

            _byName.Add(action.Name, action);
        }
    }

    /// <summary>The catalogue this assembly carries. Loaded on first use, by whichever thread is first.</summary>
    internal static OperationCatalogue Current => s_current.Value;

    /// <summary>Every operation, in ordinal order of names.</summary>
    internal IReadOnlyList<TrailAction> Actions { get; }

    /// <summary>The version of the service's API that the operations belong to.</summary>
    internal string ApiVersion { get; }

    /// <summary>Finds the operation a record's <c>eventName</c> names; the spelling must be exact, as it is in records.</summary>
    internal bool TryGet(string? eventName, [NotNullWhen(true)] out TrailAction? action)
    {
        if (eventName is null)
        {
            action = null;
            return false;
        }

        return _byName.TryGetValue(eventName, out action);
    }

    private static OperationCatalogue LoadEmbedded()
    {
        using Stream stream = typeof(OperationCatalogue).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"This build of DeadlineTrail carries no {ResourceName}.");
        using BinaryReader bytes = new(stream);
        return OperationCatalogueReader.Read(bytes.ReadBytes(checked((int)stream.Length)));
    }
}
