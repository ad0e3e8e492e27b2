using System;
using System.Linq;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Recording;

/// <summary>
/// Whether selectors ask for a call. "When an event occurs in your account, CloudTrail evaluates the event selectors or
/// advanced event selectors in all trails. For each trail, if the event matches any event selector, the trail processes
/// and logs the event.", https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html.
/// </summary>
internal static class SelectorEvaluation
{
    /// <summary>Says whether selectors ask for a call in one of the shapes it may have.</summary>
    internal static Recorded Evaluate(EventSelectors selectors, RecordableCall call, CallShape shape)
    {
        var answer = Recorded.No;
        foreach (var selector in selectors.Basic)
        {
            answer = answer.Or(Basic(selector, call, shape));
        }

        foreach (var selector in selectors.Advanced)
        {
            answer = answer.Or(Advanced(selector, call, shape));
        }

        return answer;
    }

    private static Recorded Basic(BasicSelector selector, RecordableCall call, CallShape shape)
    {
        // Their data resources are of DynamoDB, Lambda and S3.
        if (shape.Category != EventClasses.Management)
        {
            return Recorded.No;
        }

        return selector.IsDamaged ? Recorded.Unknown
            : selector.IncludesManagement && (selector.ReadOnly ?? shape.IsReadOnly) == shape.IsReadOnly && !selector.ExcludedSources.Contains(call.EventSource, StringComparer.Ordinal)
                ? Recorded.Yes
                : Recorded.No;
    }

    /// <summary>The conditions of a selector must all be met. Its category must be said, and of data events the type.</summary>
    private static Recorded Advanced(AdvancedSelector selector, RecordableCall call, CallShape shape)
    {
        var answer = Names(selector, "eventCategory") && (shape.Category != EventClasses.Data || Names(selector, "resources.type"))
            ? Recorded.Yes
            : Recorded.Unknown;
        foreach (var field in selector.Fields)
        {
            answer = answer.And(Meets(field, call, shape));
        }

        return answer;
    }

    private static bool Names(AdvancedSelector selector, string field) => selector.Fields.Any(each => each.Field == field);

    private static Recorded Meets(FieldSelector field, RecordableCall call, CallShape shape) => !field.Selects && !field.Deselects
        ? Recorded.Unknown
        : field.Field switch
        {
            "eventCategory" => FieldMatch.Of(field, shape.Category),
            "readOnly" => FieldMatch.Of(field, shape.IsReadOnly ? "true" : "false"),
            "eventName" => FieldMatch.Of(field, call.Name),
            "eventSource" => FieldMatch.Of(field, call.EventSource),
            "eventType" => FieldMatch.Of(field, call.EventType),
            "resources.type" => shape.ResourceType is { } type ? FieldMatch.Of(field, type) : Recorded.No,
            "resources.ARN" => shape.ResourceType is null ? Recorded.Unknown : FieldMatch.OfDeadlineArn(field),
            "userIdentity.arn" or "sessionCredentialFromConsole" => Recorded.Partly,
            _ => Recorded.Unknown,
        };
}
