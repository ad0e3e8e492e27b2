using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Recording;

/// <summary>What a source records of everything that answers questions about a farm.</summary>
internal sealed class RecordingKnowledge
{
    private RecordingKnowledge(IReadOnlyList<TrailSourceOperation> operations) => Operations = operations;

    /// <summary>Gets the answer for each operation of Deadline Cloud, and for what sign-ins are made of.</summary>
    internal IReadOnlyList<TrailSourceOperation> Operations { get; }

    /// <summary>Gets one word for Deadline Cloud's management events.</summary>
    internal string Management => Summary(static each => each.EventSource == DeadlineService.EventSource && each.EventClass == EventClasses.Management);

    /// <summary>Gets one word for Deadline Cloud's data events.</summary>
    internal string Data => Summary(static each => each.EventSource == DeadlineService.EventSource && each.EventClass == EventClasses.Data);

    /// <summary>Gets one word for sign-ins and the credentials that are given for them.</summary>
    internal string SignIns => Summary(static each => each.EventSource != DeadlineService.EventSource);

    /// <summary>Asks about everything.</summary>
    internal static RecordingKnowledge Of(RecordingSettings settings, RecordingQuestion question)
    {
        var operations = OperationCatalogue.Current.Actions
            .Select(action => Answer(settings, RecordableCall.Of(action), question, action.EventClass, action.Access, action.CloudTrailResourceType))
            .Append(Answer(settings, RecordableCall.UserAuthentication, question, EventClasses.Management, "Write"))
            .Append(Answer(settings, RecordableCall.AssumeRole, question, EventClasses.Management, "Read"));
        return new RecordingKnowledge(operations.ToList().AsReadOnly());
    }

    private static TrailSourceOperation Answer(RecordingSettings settings, RecordableCall call, RecordingQuestion question, string eventClass, string access, string? resourceType = null)
    {
        var verdict = RecordingRules.Of(settings, call, question);
        return new TrailSourceOperation(verdict.Answer)
        {
            Name = call.Name,
            EventSource = call.EventSource,
            EventClass = eventClass,
            CloudTrailResourceType = resourceType,
            Access = access,
            Reason = verdict.Reason,
        };
    }

    private string Summary(Func<TrailSourceOperation, bool> which) => RecordedAnswers.Summary(Operations.Where(which).Select(static each => each.Answer)).ToString();
}
