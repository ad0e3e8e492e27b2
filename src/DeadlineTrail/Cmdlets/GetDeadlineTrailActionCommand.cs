using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Completion;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Gets what is known of the operations of AWS Deadline Cloud: how CloudTrail records them, who calls them, what they do.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "DeadlineTrailAction")]
[OutputType(typeof(TrailAction))]
public sealed class GetDeadlineTrailActionCommand : TrailCommand
{
    private NamePattern[] _resourceTypes = [];
    private NamePattern[] _identifiers = [];

    /// <summary>Names of operations, as in a record's eventName; wildcards are allowed. All operations when not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EventName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ActionNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Only operations that CloudTrail records in these classes of events.</summary>
    [Parameter]
    [ValidateOneOf("Management", "Data", "Unknown")]
    [ArgumentCompleter(typeof(ActionEventClassCompleter))]
    public string[]? EventClass { get; set; }

    /// <summary>Only operations that read, or only those that write.</summary>
    [Parameter]
    [ValidateOneOf("Read", "Write")]
    [ArgumentCompleter(typeof(AccessCompleter))]
    public string? Access { get; set; }

    /// <summary>Only operations on these kinds of things, such as Job or Queue*; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    public string[]? ResourceType { get; set; }

    /// <summary>Only operations whose request or response carries an identifier under one of these names, such as jobId; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentifierCompleter))]
    public string[]? Identifier { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _resourceTypes = Patterns(ResourceType);
        _identifiers = Patterns(Identifier);
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        NamePattern[] names = Patterns(Name);
        bool[] found = new bool[names.Length];
        foreach (TrailAction action in OperationCatalogue.Current.Actions)
        {
            bool isNamed = names.Length == 0;
            for (int i = 0; i < names.Length; i++)
            {
                if (names[i].IsMatch(action.Name))
                {
                    isNamed = found[i] = true;
                }
            }

            if (isNamed && Passes(action))
            {
                Output.Write(action);
            }
        }

        for (int i = 0; i < found.Length; i++)
        {
            if (!found[i] && names[i].IsLiteral)
            {
                Output.Error(TrailErrors.ActionNotFound(names[i].Text));
            }
        }
    }

    private bool Passes(TrailAction action) =>
        (EventClass is null || EventClass.Contains(action.EventClass, System.StringComparer.OrdinalIgnoreCase))
        && (Access is null || string.Equals(Access, action.Access, System.StringComparison.OrdinalIgnoreCase))
        && (_resourceTypes.Length == 0 || MatchesAny(_resourceTypes, action.ResourceType))
        && (_identifiers.Length == 0 || Identifiers(action).Any(name => MatchesAny(_identifiers, name)));

    private static IEnumerable<string> Identifiers(TrailAction action) =>
        action.RequestIdentifiers.Concat(action.ResponseIdentifiers).Select(IdentifierPath.Name);

    private static bool MatchesAny(NamePattern[] patterns, string text)
    {
        foreach (NamePattern pattern in patterns)
        {
            if (pattern.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    private static NamePattern[] Patterns(string[]? texts) =>
        texts is null ? [] : [.. texts.Select(static text => new NamePattern(text))];
}
