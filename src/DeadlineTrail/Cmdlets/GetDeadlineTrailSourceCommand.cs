using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Gets the places that could answer, Event history and trails, and what each records of Deadline Cloud.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "DeadlineTrailSource")]
[OutputType(typeof(TrailSource))]
public sealed class GetDeadlineTrailSourceCommand : SourceCommand
{
    /// <summary>Gets or sets the names of trails; wildcards are allowed. Event history is called so.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WithAws(aws =>
    {
        var wanted = Name is null ? null : new TextFilter(Name, static pattern => new NamePattern(pattern).IsMatch);
        var found = Find(aws, name => wanted?.Matches(name) != false);
        foreach (var source in found)
        {
            Output.Write(source);
        }

        foreach (var missing in (Name ?? []).Where(name => !TextFilter.HasWildcard(name) && !found.Any(source => string.Equals(source.Name, name, System.StringComparison.OrdinalIgnoreCase))))
        {
            Output.Error(TrailErrors.SourceNotFound(missing));
        }
    });
}
