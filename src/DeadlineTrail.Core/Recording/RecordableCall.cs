using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Recording;

/// <summary>What CloudTrail sees of a call that a selector can ask about.</summary>
/// <param name="Category">Management or Data.</param>
/// <param name="IsReadOnly">The record's readOnly.</param>
/// <param name="ResourceType">The type under which a data event is recorded; null for a management event.</param>
internal sealed record CallShape(string Category, bool IsReadOnly, string? ResourceType);

/// <summary>A kind of call, and every shape it may have as far as is known: more than one where AWS does not say.</summary>
/// <param name="Name">The eventName.</param>
/// <param name="EventSource">The service.</param>
/// <param name="EventType">The eventType.</param>
/// <param name="Shapes">The shapes.</param>
/// <param name="IsListed">Whether AWS says in which class it is.</param>
internal sealed record RecordableCall(string Name, string EventSource, string EventType, IReadOnlyList<CallShape> Shapes, bool IsListed)
{
    /// <summary>
    /// The types of data events there are: "Deadline Cloud fleet", "job", "queue" and "worker" in the table of
    /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html.
    /// </summary>
    internal static readonly IReadOnlyList<string> ResourceTypes = ["AWS::Deadline::Fleet", "AWS::Deadline::Job", "AWS::Deadline::Queue", "AWS::Deadline::Worker"];

    private const string ApiCall = "AwsApiCall";

    /// <summary>Gets the sign-in of a person. Documented and genuine records have readOnly false and are service events.</summary>
    internal static RecordableCall UserAuthentication { get; } =
        new("UserAuthentication", DeadlineService.SignInEventSource, "AwsServiceEvent", [new CallShape(EventClasses.Management, false, null)], true);

    /// <summary>Gets the grant of credentials. Genuine records have readOnly true, also where a service is the caller.</summary>
    internal static RecordableCall AssumeRole { get; } =
        new("AssumeRole", DeadlineService.StsEventSource, ApiCall, [new CallShape(EventClasses.Management, true, null)], true);

    /// <summary>What is known of an operation.</summary>
    internal static RecordableCall Of(TrailAction action)
    {
        bool[] readOnly = action.Inferred.Contains(nameof(TrailAction.Access)) && action.EventClass != EventClasses.Unknown
            ? [true, false]
            : [action.Access == "Read"];
        var isListed = action.EventClass != EventClasses.Unknown;
        var shapes = new List<CallShape>();
        foreach (var reads in readOnly)
        {
            if (action.EventClass is EventClasses.Management or EventClasses.Unknown)
            {
                shapes.Add(new CallShape(EventClasses.Management, reads, null));
            }

            if (action.EventClass is EventClasses.Data or EventClasses.Unknown)
            {
                shapes.AddRange((action.CloudTrailResourceType is { } type ? [type] : ResourceTypes).Select(each => new CallShape(EventClasses.Data, reads, each)));
            }
        }

        return new RecordableCall(action.Name, DeadlineService.EventSource, ApiCall, shapes, isListed);
    }
}
