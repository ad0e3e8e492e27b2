using System.Collections.Generic;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Completion;

/// <summary>Operations of Deadline Cloud, narrowed by the -EventClass and -Access already given.</summary>
internal sealed class ActionNameCompleter : CandidateCompleter
{
    internal override IEnumerable<Candidate> Candidates(BoundArguments bound)
    {
        foreach (TrailAction action in OperationCatalogue.Current.Actions)
        {
            if (bound.Allow("EventClass", action.EventClass) && bound.Allow("Access", action.Access))
            {
                yield return new Candidate(action.Name, ToolTip(action));
            }
        }
    }

    private static string ToolTip(TrailAction action)
    {
        string eventClass = action.EventClass == "Unknown" ? "event class unknown" : action.EventClass + " event";
        return $"{action.Description} ({eventClass}, {action.Access})";
    }
}
