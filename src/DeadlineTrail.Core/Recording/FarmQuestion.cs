using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Recording;

/// <summary>What people ask about a farm, and the calls that answer it: those that change something, or hand out credentials.</summary>
/// <param name="Name">The name of the check.</param>
/// <param name="About">What is asked, in words.</param>
/// <param name="Answers">Which operations answer it.</param>
internal sealed record FarmQuestion(string Name, string About, Func<TrailSourceOperation, bool> Answers)
{
    private static readonly string[] OfJobs = ["CreateJob", "UpdateJob", "BatchUpdateJob", "UpdateStep", "UpdateTask", "BatchUpdateTask", "UpdateSession"];

    private static readonly string[] OfWorkers =
        ["CreateWorker", "UpdateWorker", "DeleteWorker", "AssumeFleetRoleForWorker", "AssumeQueueRoleForWorker", "UpdateWorkerSchedule"];

    private static readonly string[] OfQueues =
    [
        "CreateQueue", "UpdateQueue", "DeleteQueue", "CreateQueueEnvironment", "UpdateQueueEnvironment", "DeleteQueueEnvironment",
        "CreateQueueFleetAssociation", "UpdateQueueFleetAssociation", "DeleteQueueFleetAssociation", "CreateQueueLimitAssociation",
        "UpdateQueueLimitAssociation", "DeleteQueueLimitAssociation", "AssociateMemberToQueue", "DisassociateMemberFromQueue", "AssumeQueueRoleForUser",
    ];

    /// <summary>Gets the questions.</summary>
    internal static IReadOnlyList<FarmQuestion> All { get; } =
    [
        new("JobQuestions", "who submitted, changed, cancelled or archived jobs", static each => OfJobs.Contains(each.Name)),
        new("WorkerQuestions", "which workers came and went, with which credentials, and what they reported", static each => OfWorkers.Contains(each.Name)),
        new("QueueQuestions", "who made, changed or deleted queues, and who may use them", static each => OfQueues.Contains(each.Name)),
        new("SignInQuestions", "who signed in and was given credentials", static each => each.EventSource != DeadlineService.EventSource),
    ];

    /// <summary>Looks whether a source records what answers it.</summary>
    internal TrailSourceCheck Check(TrailSource source)
    {
        var answers = source.Operations.Where(Answers).ToList();
        var unsure = answers.Where(static each => each.Answer != Recorded.Yes).ToList();

        // AWS lists some operations in no class, so of those nobody can be sure: that is said, and no source fails by it.
        var missing = unsure.Where(static each => each.EventClass != EventClasses.Unknown || each.Answer == Recorded.No).ToList();
        var passed = missing.Count == 0 ? true : missing.Any(static each => each.Answer is Recorded.No or Recorded.Partly) ? false : (bool?)null;
        var selectors = passed == true ? null : Selectors(source, missing);
        return source.Check(Name, passed, string.Join(" ", Sentences(answers, unsure, passed == true)), passed == true ? null : Remedy(source, missing, selectors), selectors);
    }

    private IEnumerable<string> Sentences(List<TrailSourceOperation> answers, List<TrailSourceOperation> unsure, bool passed)
    {
        yield return $"Can it tell {About}?";
        if (passed)
        {
            yield return unsure.Count == 0 ? "Every call that answers it is recorded." : "Every call that answers it, and of which AWS lists the class, is recorded.";
        }

        foreach (var same in unsure.GroupBy(static each => (each.Answer, each.Reason)))
        {
            yield return Sentence(same.Key.Answer, same.Key.Reason, same);
        }

        // Yes means those of this account here, and whether that is the right one no setting tells.
        foreach (var signIn in answers.Where(static each => each.EventSource == DeadlineService.SignInEventSource && each.Answer == Recorded.Yes))
        {
            yield return $"{signIn.Name}: {signIn.Reason}.";
        }
    }

    private static string Sentence(Recorded answer, string reason, IEnumerable<TrailSourceOperation> operations) =>
        $"{(answer switch { Recorded.No => "Not recorded", Recorded.Partly => "Recorded in part", _ => "Not known" })}: {string.Join(", ", operations.Select(static each => each.Name))} ({reason}).";

    private static string? Selectors(TrailSource source, List<TrailSourceOperation> missing)
    {
        // Where no selectors are in the way, others would not help.
        var lacking = missing.Where(static each => each.Answer != Recorded.Unknown || each.EventSource == DeadlineService.EventSource).ToList();
        if (lacking.Count == 0 || (!source.Settings.IsEventHistory && (source.IsLogging != true || source.Settings.Selectors is null)))
        {
            return null;
        }

        var types = lacking.Select(static each => each.CloudTrailResourceType).Where(static type => type is not null);
        return SelectorRemedy.For(
            source.Settings.IsEventHistory ? null : source.Settings.Selectors,
            source.Settings.IsEventHistory || lacking.Exists(static each => each.EventClass == EventClasses.Management),
            types!);
    }

    private static string Remedy(TrailSource source, List<TrailSourceOperation> missing, string? selectors)
    {
        if (source.Settings.IsEventHistory)
        {
            return selectors is null
                ? "Ask a trail of all Regions, in the account that owns the IAM Identity Center instance: Get-DeadlineTrailSource shows those there are."
                : "Event history cannot be told to record them. Ask a trail that does (Get-DeadlineTrailSource), or put these selectors on one: " + selectors + Cost(missing);
        }

        if (source.IsLogging == false)
        {
            return "Turn logging on: " + TrailCommands.StartLogging(source);
        }

        if (selectors is null)
        {
            return source.Settings.Selectors is null ? "Get the permission cloudtrail:GetEventSelectors to see what it records."
                : source.IsLogging is null ? "Get the permission cloudtrail:GetTrailStatus to see whether it is logging."
                : missing.TrueForAll(static each => each.Answer == Recorded.Unknown) ? "Read it and see; or ask a trail of all Regions, in the account that owns the IAM Identity Center instance."
                : "Its selectors cannot be kept by advanced ones that are written here: look at EventSelectors, and add advanced event selectors by hand.";
        }

        return $"Put selectors that keep what is recorded now and add what is missing{(source.IsOrganization ? " (with the organisation's management account)" : string.Empty)}: "
            + $"{TrailCommands.PutSelectors(source, selectors)}; or in AWS Tools for PowerShell: {TrailCommands.PutSelectorsByTools(source, selectors)}" + Cost(missing);
    }

    private static string Cost(List<TrailSourceOperation> missing) => missing.Exists(static each => each.EventClass == EventClasses.Data)
        ? ". Data events are charged for, and workers report often (UpdateWorkerSchedule)."
        : ".";
}
