using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Completion;
using DeadlineTrail.Measuring;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Counts events as they pass, by their properties and by time, in memory that does not grow with them.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Measure, "DeadlineTrailEvent")]
[OutputType(typeof(TrailMeasure))]
public sealed class MeasureDeadlineTrailEventCommand : TrailCommand
{
    private EventMeasurement? _measurement;

    /// <summary>Gets or sets the events.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailEvent InputObject { get; set; } = null!;

    /// <summary>Gets or sets the properties to count by, such as Actor, EventName. The result has them under the same
    /// names.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EventPropertyCompleter))]
    public string[] Property { get; set; } = [];

    /// <summary>Gets or sets the length of the intervals to count by: 1h, 15m, 1d, 1w, or a TimeSpan. Days begin at local
    /// midnight, weeks on Monday.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? Every { get; set; }

    /// <summary>Gets or sets how many groups are kept apart; the events of all others are counted together.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    public int MaxGroup { get; set; } = 10_000;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Every is { } every && !TimeIntervals.CanBe(every))
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(Every), every, "Intervals are from a second to a day, or a number of whole days: write 15m, 1h, 1d, 1w."));
        }

        var properties = new List<EventProperty>();
        foreach (var name in Property)
        {
            if (EventProperty.Named(name) is not { } property)
            {
                ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(Property), name, $"Events have no flat property \"{name}\". They have: {string.Join(", ", EventProperty.Names)}."));
                return;
            }

            if (!properties.Contains(property))
            {
                properties.Add(property);
            }
        }

        _measurement = new EventMeasurement(properties, Every is { } length ? new TimeIntervals(length, TimeZoneInfo.Local) : null, MaxGroup);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _measurement!.Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_measurement!.HasRest)
        {
            Output.Warn(new Sources.TrailWarning("TooManyGroups", $"There are more than {MaxGroup} groups: the events of the rest are counted together, in the object with IsRest. Count by fewer properties or longer intervals, or give a larger -MaxGroup."));
        }

        foreach (var measure in _measurement.Result())
        {
            Output.Write(WithGroup(measure));
        }
    }

    private static PSObject WithGroup(TrailMeasure measure)
    {
        var shown = new PSObject(measure);
        if (measure.TimeTicks is { } ticks)
        {
            shown.Properties.Add(new PSNoteProperty("Time", TrailMeasure.Local(ticks)));
            shown.Properties.Add(new PSNoteProperty("TimeUtc", TrailMeasure.Utc(ticks)));
        }

        // A property that the object has already, such as Count of another name in another case, is never replaced.
        foreach (var part in measure.Group.Where(part => shown.Properties[part.Key] is null))
        {
            shown.Properties.Add(new PSNoteProperty(part.Key, part.Value));
        }

        return shown;
    }
}
