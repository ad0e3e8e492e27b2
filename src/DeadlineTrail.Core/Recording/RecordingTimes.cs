namespace DeadlineTrail.Recording;

/// <summary>
/// What a trail's last start, last stop and last change of selectors say about the time that is meant. Settings are told as
/// they are now, and of starts and stops the last one alone: what was before the last change, whatever it was, is not known,
/// also where the time that is meant was over by then.
/// </summary>
/// <remarks>
/// "StartLoggingTime: Specifies the most recent date and time when CloudTrail started recording API calls for an AWS account.
/// StopLoggingTime: Specifies the most recent date and time when CloudTrail stopped recording API calls for an AWS account.",
/// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html.
/// </remarks>
internal static class RecordingTimes
{
    /// <summary>Whether logging was on: No or Unknown with the reason; null where it was, throughout.</summary>
    internal static RecordingVerdict? OfLogging(RecordingSettings source, RecordingQuestion question)
    {
        if (source.IsEventHistory)
        {
            return null;
        }

        if (source.IsLogging is not { } isLogging)
        {
            return new RecordingVerdict(Recorded.Unknown, "whether the trail is logging could not be read");
        }

        return question.FromTicks is { } from ? isLogging ? WhereOn(source, from, question.EndTicks ?? long.MaxValue) : WhereOff(source, from, question.EndTicks ?? long.MaxValue)
            : isLogging ? null
            : new RecordingVerdict(Recorded.No, "the trail is not logging");
    }

    /// <summary>Whether the selectors may have been others: Unknown with the reason; null where no change is known.</summary>
    internal static RecordingVerdict? OfSelectors(RecordingSettings source, RecordingQuestion question) =>
        source.SelectorsChangedTicks is { } changed && changed > question.FromTicks
            ? new RecordingVerdict(Recorded.Unknown, $"the selectors were changed at {Instant.Utc(changed)}, and what they were before is not known")
            : null;

    private static RecordingVerdict? WhereOff(RecordingSettings source, long from, long to)
    {
        if (source.StoppedTicks is not { } stopped)
        {
            return source.StartedTicks is null ? new RecordingVerdict(Recorded.No, "the trail is not logging")
                : new RecordingVerdict(Recorded.Unknown, "the trail is not logging, and since when is not known");
        }

        return stopped <= from ? new RecordingVerdict(Recorded.No, $"the trail has not been logging since {Instant.Utc(stopped)}")
            : stopped <= to ? StoppedWithin(stopped)
            : AfterStart(source, from, to);
    }

    private static RecordingVerdict? WhereOn(RecordingSettings source, long from, long to) =>
        source.StoppedTicks <= from && source.StartedTicks > to
            ? new RecordingVerdict(Recorded.No, $"the trail was not logging from {Instant.Utc(source.StoppedTicks.Value)} to {Instant.Utc(source.StartedTicks.Value)}")
        : source.StoppedTicks is { } stopped && stopped > from && stopped <= to ? StoppedWithin(stopped)
        : IsFirstStart(source, from, to) ? null
        : AfterStart(source, from, to);

    // Whoever names no beginning asks what the trail has, and one that was never stopped has all since its only start.
    private static bool IsFirstStart(RecordingSettings source, long from, long to) =>
        from <= RecordingQuestion.Beginning && source.StoppedTicks is null && source.StartedTicks <= to;

    private static RecordingVerdict? AfterStart(RecordingSettings source, long from, long to) =>
        source.StartedTicks is not { } started || started <= from ? null
        : started <= to ? new RecordingVerdict(Recorded.Unknown, $"logging was started at {Instant.Utc(started)}, within the time asked for")
        : new RecordingVerdict(Recorded.Unknown, $"logging was started last at {Instant.Utc(started)}, and when it was on before is not known");

    private static RecordingVerdict StoppedWithin(long stopped) => new(Recorded.Unknown, $"logging was stopped at {Instant.Utc(stopped)}, within the time asked for");
}
