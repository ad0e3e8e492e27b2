using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Measuring;

namespace DeadlineTrail.Benchmarks.Remote;

/// <summary>
/// The process that reads: a PowerShell session with the module, apart from the one that stands in for AWS, so that memory
/// and time are its own. A line is a script, the line "stop" is Ctrl+C; each script is answered with a line of JSON.
/// </summary>
internal static class ReadingSide
{
    /// <summary>The argument that makes this program one.</summary>
    internal const string Argument = "--reading-side";

    internal const string Stop = "stop";

    /// <summary>Serves until there is nothing more to read.</summary>
    internal static void Serve(TextReader scripts, TextWriter answers)
    {
        using var session = new EngineSession();
        session.Set("manifest", Checkout.Manifest);
        session.Run("Import-Module $manifest -ErrorAction Stop");
        while (scripts.ReadLine() is { } script)
        {
            answers.WriteLine(JsonSerializer.Serialize(script.EndsWith(" # " + Stop, StringComparison.Ordinal) ? RunUntilStopped(session, script, scripts) : Run(session, script), Json.Default.RemoteRun));
            answers.Flush();
        }
    }

    private static RemoteRun Run(EngineSession session, string script)
    {
        using PowerShell pipeline = session.Pipeline(script);
        long start = Stopwatch.GetTimestamp();
        var output = pipeline.Invoke();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long count = output is [{ BaseObject: Arrival arrival }] ? arrival.Count : output.Count;
        string text = string.Join('\n', output.Select(each => each.ToString()));
        return new RemoteRun(seconds, count, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))), PeakMemory.OfThisProcess(), Complaint(pipeline));
    }

    private static RemoteRun RunUntilStopped(EngineSession session, string script, TextReader scripts)
    {
        using PowerShell pipeline = session.Pipeline(script);
        IAsyncResult running = pipeline.BeginInvoke();
        string? line = scripts.ReadLine();
        long start = Stopwatch.GetTimestamp();
        pipeline.Stop();
        running.AsyncWaitHandle.WaitOne();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new RemoteRun(seconds, 0, string.Empty, PeakMemory.OfThisProcess(), line == Stop ? Complaint(pipeline) : "It was not told to stop.");
    }

    private static string? Complaint(PowerShell pipeline) =>
        pipeline.Streams.Error.Select(error => error.ToString()).Concat(pipeline.Streams.Warning.Select(warning => warning.Message)).FirstOrDefault();
}
