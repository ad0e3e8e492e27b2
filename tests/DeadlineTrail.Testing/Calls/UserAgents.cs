using System.Linq;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.Calls;

/// <summary>
/// User agents. The parts after botocore's own text are those the open source of the Deadline Cloud client library
/// (<c>_session.py</c>) and worker agent (<c>boto/config.py</c>) append; versions are made up.
/// </summary>
internal static class UserAgents
{
    public static readonly string[] Applications =
        ["Maya", "Nuke", "Blender", "Houdini", "Cinema4D", "3dsMax", "KeyShot", "VRED"];

    private static readonly string[] Browsers =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.3 Safari/605.1.15",
        "Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0",
    ];

    public static string Browser(Dice dice) => dice.Pick(Browsers);

    public static string Submitter(string application, string version) =>
        $"{Boto("Windows#10", "AMD64", "3.11.4")} app/deadline-client#0.54.1 submitter/{application}#{version}";

    /// <summary>A submitter of 2024, which named no version.</summary>
    public static string OldSubmitter(string application) =>
        $"Boto3/1.34.91 md/Botocore#1.34.91 ua/2.0 os/linux#5.14.0 md/arch#x86_64 lang/python#3.10.8 md/pyimpl#CPython cfg/retry-mode#standard Botocore/1.34.91 app/deadline-client#0.41.0 submitter/{application}";

    /// <summary>The <c>deadline</c> command line, for instance <c>bundle.submit</c>; with the coding agent that ran it, if one did.</summary>
    public static string DeadlineCli(string command, string? agent = null) =>
        $"{Boto("linux#6.8.0-45-generic", "x86_64", "3.12.3")} app/deadline-client#0.54.1 submitter/CLI cli-command/deadline.{command}{(agent is null ? "" : " invoked-by/" + agent)}";

    public const string Worker =
        "Boto3/1.42.84 md/Botocore#1.42.84 ua/2.1 os/linux#6.1.148-173.267.amzn2023.x86_64 md/arch#x86_64 lang/python#3.11.9 md/pyimpl#CPython m/b,Z,D cfg/retry-mode#standard Botocore/1.42.84 deadline_worker_agent/0.30.2 deadline_cloud/0.54.1 openjd_sessions/0.10.7";

    public const string OldWorker =
        "Boto3/1.34.91 md/Botocore#1.34.91 ua/2.0 os/windows#10.0.20348 md/arch#amd64 lang/python#3.9.13 md/pyimpl#CPython cfg/retry-mode#standard Botocore/1.34.91 deadline_worker_agent/0.24.0";

    public const string JobAttachments = "S3A/Deadline/NA/JobAttachments/0.54.1";

    public static string AwsCli(string command) =>
        $"aws-cli/2.33.12 md/awscrt#0.31.0 ua/2.1 os/linux#6.8.0-45-generic md/arch#x86_64 lang/python#3.13.11 md/pyimpl#CPython m/E,b,Z,C cfg/retry-mode#standard md/installer#exe sid/4f1d2b6c7a90 md/prompt#off md/command#{command}";

    /// <summary>An operation's name as the AWS CLI spells it: CreateQueue is create-queue.</summary>
    public static string Dashed(string operation) => string.Concat(operation.Select((c, i) =>
        i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>AWS Tools for PowerShell. The form is an assumption after the SDK for .NET; no Deadline Cloud record shows it.</summary>
    public const string PowerShell =
        "AWSPowerShell.Common/5.0.118 .NET_Core/9.0.11 OS/Windows_NT/10.0.26100.0 PowerShellVersion/7.5.4 ClientAsync, aws-sdk-dotnet-coreclr/4.0.2.5 ua/2.1 os/windows#10.0.26100.0 md/ARCH#X64 lang/.NET_Core#9.0.11";

    public const string Pipeline =
        "Boto3/1.42.10 md/Botocore#1.42.10 ua/2.1 os/linux#6.1.0 md/arch#aarch64 lang/python#3.12.8 md/pyimpl#CPython m/Z,b,D cfg/retry-mode#adaptive Botocore/1.42.10 StudioPipeline/7.2";

    private static string Boto(string system, string machine, string python) =>
        $"Boto3/1.42.84 md/Botocore#1.42.84 ua/2.1 os/{system} md/arch#{machine} lang/python#{python} md/pyimpl#CPython m/b,Z,D cfg/retry-mode#standard Botocore/1.42.84";
}
