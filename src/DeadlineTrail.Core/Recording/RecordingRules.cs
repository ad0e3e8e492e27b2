using System.Linq;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Recording;

/// <summary>What a source records of a call: what its selectors ask for, and what stands above them.</summary>
internal static class RecordingRules
{
    private const string RegionOfGlobalServices = "us-east-1";

    private const string OnNeitherList = "AWS lists it neither with the management events nor with the data events";

    /// <summary>Gives the answer for a call.</summary>
    internal static RecordingVerdict Of(RecordingSettings source, RecordableCall call, RecordingQuestion question)
    {
        var place = OfPlace(source, question);
        if (place is { Answer: Recorded.No })
        {
            return place;
        }

        var logging = RecordingTimes.OfLogging(source, question);
        if (logging is { Answer: Recorded.No })
        {
            return logging;
        }

        // Selectors that were others may have asked for what these leave out, so a change comes before what these say.
        var asked = source.IsEventHistory ? InHistory(call) : BySelectors(source, call);
        if (RecordingTimes.OfSelectors(source, question) is { } changed)
        {
            return asked.Answer == Recorded.No ? changed with { Reason = $"{changed.Reason}; since then: {asked.Reason}" } : changed;
        }

        var here = asked.Answer == Recorded.No ? asked : logging ?? OfGlobalService(source, call) ?? asked;
        return here.Answer == Recorded.Yes && place is not null ? place : here;
    }

    // A pattern that the one Region of a source meets may mean others too, or not: it is taken to mean this one.
    private static RecordingVerdict? OfPlace(RecordingSettings source, RecordingQuestion question)
    {
        var elsewhere = source.IsMultiRegion ? 0 : question.Regions?.Count(region => !region.Matches(source.HomeRegion)) ?? 0;
        return elsewhere == 0 ? null
            : elsewhere == question.Regions!.Count ? new RecordingVerdict(Recorded.No, $"only calls made in {source.HomeRegion} are recorded here")
            : new RecordingVerdict(Recorded.Partly, $"of the Regions asked for, only calls made in {source.HomeRegion} are recorded here");
    }

    /// <summary>
    /// "The CloudTrail Event history feature supports only management events. ... settings that you apply to a trail or event
    /// data store do not apply to Event history.",
    /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html.
    /// </summary>
    private static RecordingVerdict InHistory(RecordableCall call) => !call.IsListed ? new RecordingVerdict(Recorded.Unknown, OnNeitherList)
        : call.Shapes[0].Category == EventClasses.Data ? new RecordingVerdict(Recorded.No, "a data event, and Event history holds management events only")
        : new RecordingVerdict(Recorded.Yes, "Event history holds all management events of its Region for 90 days");

    private static RecordingVerdict BySelectors(RecordingSettings source, RecordableCall call)
    {
        if (source.Selectors is not { } selectors)
        {
            return new RecordingVerdict(Recorded.Unknown, "the trail's event selectors could not be read");
        }

        if (selectors.IsDamaged)
        {
            return new RecordingVerdict(Recorded.Unknown, "the trail's event selectors are not of a form that is understood");
        }

        var answers = call.Shapes.Select(shape => SelectorEvaluation.Evaluate(selectors, call, shape)).Distinct().ToList();
        if (answers.Count == 1 && answers[0] == Recorded.No)
        {
            return new RecordingVerdict(Recorded.No, No(selectors, call));
        }

        // That every class we can think of is asked for does not make one of them the right one.
        return !call.IsListed ? new RecordingVerdict(Recorded.Unknown, OnNeitherList)
            : answers.Count > 1 ? new RecordingVerdict(Recorded.Unknown, "the selectors tell reads from writes, and AWS does not say which of the two it is recorded as")
            : answers[0] switch
            {
                Recorded.Yes => new RecordingVerdict(Recorded.Yes, "a selector asks for it"),
                Recorded.Partly => new RecordingVerdict(Recorded.Partly, "a selector asks for it where the resource or the caller meets a condition"),
                _ => new RecordingVerdict(Recorded.Unknown, "a selector has a condition that is not understood"),
            };
    }

    private static string No(EventSelectors selectors, RecordableCall call) =>
        call.Shapes.All(static shape => shape.Category == EventClasses.Data) && selectors.Basic.Count > 0
            ? "a data event, and basic selectors record none of Deadline Cloud"
        : call.Shapes.All(static shape => shape.Category == EventClasses.Data)
            ? "no selector asks for this data event"
        : call.IsListed ? "no selector asks for this management event"
        : "no selector asks for it, whichever class it is of";

    /// <summary>
    /// Sign-ins are recorded in the Region of the Identity Center instance. STS calls are recorded in the Region of the
    /// endpoint they were sent to, those to the global one in us-east-1: "When IncludeGlobalServiceEvents is true, CloudTrail
    /// delivers global service events only to single-Region trails in US East (N. Virginia).",
    /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html. Which endpoint Deadline Cloud
    /// uses is not documented.
    /// </summary>
    private static RecordingVerdict? OfGlobalService(RecordingSettings source, RecordableCall call) => call.EventSource switch
    {
        DeadlineService.SignInEventSource when !source.IsMultiRegion =>
            new RecordingVerdict(Recorded.Unknown, $"sign-ins are recorded in the Region of the Identity Center instance, and this source has {source.HomeRegion} alone"),
        DeadlineService.SignInEventSource when !source.IncludesGlobalServices =>
            new RecordingVerdict(Recorded.Unknown, "the trail leaves out events of global services, and whether sign-ins count as such is not documented"),
        DeadlineService.SignInEventSource =>
            source.Selectors is null ? null : new RecordingVerdict(BySelectors(source, call).Answer, "sign-ins of this account are asked for; they are recorded in the account that owns the Identity Center instance, which may be another"),
        DeadlineService.StsEventSource when !source.IncludesGlobalServices =>
            new RecordingVerdict(Recorded.Unknown, "the trail leaves out events of global services, among them what the global endpoint of STS records"),
        DeadlineService.StsEventSource when !source.IsMultiRegion && source.HomeRegion != RegionOfGlobalServices =>
            new RecordingVerdict(Recorded.Unknown, $"roles assumed at the global endpoint of STS are recorded in {RegionOfGlobalServices}, and this source has {source.HomeRegion} alone"),
        _ => null,
    };
}
