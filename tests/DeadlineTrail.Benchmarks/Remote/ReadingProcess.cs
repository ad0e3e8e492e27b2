using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using DeadlineTrail.Benchmarks.Measuring;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Benchmarks.Remote;

/// <summary>The process that reads, seen from the one that stands in for AWS. It is warm: the AWS SDK is loaded.</summary>
internal sealed class ReadingProcess : IDisposable
{
    private readonly Process _process = OwnProcess.Start(ReadingSide.Argument);
    private readonly string _access;

    internal ReadingProcess(LoopbackAws aws)
    {
        _access = $"-EndpointUrl {aws.Endpoint} -AccessKey {aws.Key.AccessKeyId} -SecretKey '{aws.Key.SecretAccessKey}'";
        Run($"Get-DeadlineTrailEvent -BucketName {RemoteWorld.Warm} -BucketRegion {RemoteWorld.Region} {RemoteWorld.Range} | Measure-Arrival");
    }

    /// <summary>Runs a command that begins with Get-DeadlineTrailEvent.</summary>
    /// <exception cref="InvalidDataException">It wrote an error or a warning.</exception>
    internal RemoteRun Run(string command)
    {
        Tell(WithAccess(command));
        return Answer(command);
    }

    /// <summary>Starts one that has no end, and ends it when that is so.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isUnderWay">Whether it is where it is to be ended.</param>
    internal RemoteRun RunUntil(string command, Func<bool> isUnderWay)
    {
        Tell($"{WithAccess(command)} # {ReadingSide.Stop}");
        while (!isUnderWay())
        {
            System.Threading.Thread.Sleep(10);
        }

        Tell(ReadingSide.Stop);
        return Answer(command);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string WithAccess(string command) => command.Replace("Get-DeadlineTrailEvent", "Get-DeadlineTrailEvent " + _access, StringComparison.Ordinal);

    private void Tell(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    private RemoteRun Answer(string command)
    {
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidDataException("The reading process ended.");
        RemoteRun run = JsonSerializer.Deserialize(line, Json.Default.RemoteRun)!;
        return run.Failure is null ? run : throw new InvalidDataException($"{command}: {run.Failure}");
    }
}
