using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>The AWS command line, told to take a loopback endpoint for AWS and to read no one's configuration.</summary>
internal sealed class AwsCli(LoopbackAws aws)
{
    /// <summary>Debian's; another <c>aws</c> may stand before it on the path.</summary>
    public const string Program = "/usr/bin/aws";

    public LoopbackKey Key { get; init; } = aws.Key;

    public string Region { get; init; } = "eu-west-1";

    /// <summary>Attempts of one request, the first included.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>What is set instead or beside; null is not set at all.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Runs a command that has to succeed, and reads what it wrote.</summary>
    public async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        (int code, string output, string error) = await RunAsync(arguments);
        return code == 0
            ? JsonDocument.Parse(output.Length == 0 ? "{}" : output).RootElement
            : throw new InvalidOperationException($"aws {string.Join(' ', arguments)} ended with {code}: {error}");
    }

    public Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        RunAsync(new ProcessStartInfo(Program, [.. arguments, "--endpoint-url", aws.Endpoint.ToString(), "--output", "json"]));

    /// <summary>Runs a command as somebody pastes it into a shell; but for where AWS is, word for word.</summary>
    public Task<(int Code, string Output, string Error)> PasteAsync(string command) =>
        RunAsync(new ProcessStartInfo("/bin/sh", ["-c", $"aws() {{ {Program} \"$@\" --endpoint-url {aws.Endpoint} --output json; }}\n{command}"]));

    private async Task<(int Code, string Output, string Error)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (string name in new List<string>(start.Environment.Keys))
        {
            if (name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }

        start.Environment["AWS_CONFIG_FILE"] = "/nonexistent/config";
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent/credentials";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_PAGER"] = "";
        start.Environment["AWS_RETRY_MODE"] = "standard";
        start.Environment["AWS_MAX_ATTEMPTS"] = Attempts.ToString(CultureInfo.InvariantCulture);
        start.Environment["AWS_DEFAULT_REGION"] = Region;
        start.Environment["AWS_ACCESS_KEY_ID"] = Key.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = Key.SecretAccessKey;
        if (Key.SessionToken is not null)
        {
            start.Environment["AWS_SESSION_TOKEN"] = Key.SessionToken;
        }

        foreach ((string name, string? value) in Environment)
        {
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
