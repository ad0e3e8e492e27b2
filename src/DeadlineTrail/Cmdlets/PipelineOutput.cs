using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using DeadlineTrail.Formats;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// Writes what a reading gives and tells to the pipeline. Text may quote a log, so all of it is made fit for a terminal
/// here.
/// </summary>
internal sealed class PipelineOutput(PSCmdlet cmdlet) : ITrailObserver
{
    private const int ProgressId = 0x0DEAD;
    private const string Activity = "Reading CloudTrail";

    // A bar that flickers past says nothing.
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private bool _showsProgress;

    /// <summary>Writes an object.</summary>
    internal void Write(object value) => cmdlet.WriteObject(value);

    /// <summary>Writes an error and goes on.</summary>
    internal void Error(ErrorRecord error) => cmdlet.WriteError(error);

    /// <inheritdoc/>
    public void Problem(TrailProblem problem) => cmdlet.WriteError(TrailErrors.Of(problem));

    /// <inheritdoc/>
    public void Warn(TrailWarning warning) => cmdlet.WriteWarning(TerminalText.Safe(SecretText.Hide(warning.Message)));

    /// <inheritdoc/>
    public void Tell(string message) => cmdlet.WriteVerbose(TerminalText.Safe(SecretText.Hide(message)));

    /// <inheritdoc/>
    public void Progress(ReadingProgress progress)
    {
        if (_clock.Elapsed < Noticeable)
        {
            return;
        }

        _showsProgress = true;
        var done = progress.History?.Fraction ?? (progress.Bytes == 0 ? -1 : (double)progress.BytesDone / progress.Bytes);
        cmdlet.WriteProgress(new ProgressRecord(ProgressId, Activity, progress.History is { } history ? Status(history, progress.Events) : Status(progress))
        {
            PercentComplete = done < 0 ? -1 : (int)Math.Min(100, 100 * done),
            SecondsRemaining = done <= 0 ? -1 : (int)Math.Min(int.MaxValue, _clock.Elapsed.TotalSeconds * (1 - done) / done),
        });
    }

    /// <summary>Takes the progress bar away, if there is one.</summary>
    internal void EndProgress()
    {
        if (_showsProgress)
        {
            _showsProgress = false;
            cmdlet.WriteProgress(new ProgressRecord(ProgressId, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private static string Status(HistoryProgress history, long events) => string.Format(
        CultureInfo.CurrentCulture,
        "Event history down to {0:g}, {1:N0} pages, {2:N0} events",
        new DateTime(Math.Max(0, history.DownTo), DateTimeKind.Utc).ToLocalTime(),
        history.Pages,
        events);

    private static string Status(ReadingProgress progress) => string.Format(
        CultureInfo.CurrentCulture,
        "{0:N0} of {1:N0} files, {2:N1} of {3:N1} MB, {4:N0} events",
        progress.FilesDone,
        progress.Files,
        progress.BytesDone / 1e6,
        progress.Bytes / 1e6,
        progress.Events);
}
