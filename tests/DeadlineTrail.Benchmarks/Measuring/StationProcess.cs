using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>A measuring process, seen from the one that asks.</summary>
internal sealed class StationProcess : IDisposable
{
    private readonly Process _process = OwnProcess.Start(Station.Argument);

    /// <summary>Has a contender run.</summary>
    /// <exception cref="InvalidDataException">It failed, or its answer was wrong.</exception>
    internal Sample Measure(StationRequest request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, Json.Default.StationRequest));
        _process.StandardInput.Flush();
        string? line = _process.StandardOutput.ReadLine();
        StationReply reply = line is null
            ? new StationReply(null, "The measuring process ended.")
            : JsonSerializer.Deserialize(line, Json.Default.StationReply)!;
        return reply.Sample ?? throw new InvalidDataException($"{request.Contender} on {request.Corpus}: {reply.Failure}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
