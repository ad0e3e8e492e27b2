using System.Management.Automation;
using DeadlineTrail.Formats;
using DeadlineTrail.History;

namespace DeadlineTrail.Cmdlets;

/// <content>What can be wrong with the question what happened to a resource.</content>
internal static partial class TrailErrors
{
    /// <summary>Nothing was named.</summary>
    internal static ErrorRecord NoResource() => Make(
        new PSArgumentException("The history of what? Give an identifier, an ARN or a display name, as in 'Get-DeadlineResourceHistory Lighting -Path ./logs', or pipe what Get-ADCQueueList and its like give."),
        "NoResource",
        ErrorCategory.InvalidArgument,
        null);

    /// <summary>A resource that has no history here.</summary>
    internal static ErrorRecord Of(HistoryProblem problem) => Make(
        new PSArgumentException(TerminalText.Safe(problem.Message)),
        problem.Id,
        problem.Id is HistoryProblem.NotFound or HistoryProblem.OtherRegion ? ErrorCategory.ObjectNotFound : ErrorCategory.InvalidArgument,
        problem.Target);
}
