using System;

namespace DeadlineTrail.Deadline.Clients;

/// <summary>What the words of a user agent say, before anything is concluded from them. Of two words that say the same, the first counts.</summary>
internal sealed class UserAgentFacts
{
    /// <summary>The first word, and what follows its slash.</summary>
    public string? FirstWord { get; private set; }

    public string? FirstVersion { get; private set; }

    public bool IsBrowser { get; private set; }

    /// <summary>Whether AWS's own programs signed it: <c>aws-internal/3</c>.</summary>
    public bool IsAwsInternal { get; private set; }

    public string? WorkerAgent { get; private set; }

    public string? DeadlineClient { get; private set; }

    public string? Submitter { get; private set; }

    public string? SubmitterVersion { get; private set; }

    public string? DeadlineCommand { get; private set; }

    public string? InvokedBy { get; private set; }

    public string? JobAttachments { get; private set; }

    public bool IsMonitor { get; private set; }

    public string? MonitorVersion { get; private set; }

    public string? AwsCli { get; private set; }

    public string? AwsCliCommand { get; private set; }

    public string? AwsTools { get; private set; }

    public string? Terraform { get; private set; }

    public string? Sdk { get; private set; }

    public string? SdkVersion { get; private set; }

    /// <summary>The name a program gives itself by the SDK's <c>app/</c> setting.</summary>
    public string? Application { get; private set; }

    public string? ApplicationVersion { get; private set; }

    /// <summary>The browser an SDK found itself in: <c>md/browser#Chrome_128.0.0.0</c>.</summary>
    public string? SdkBrowser { get; private set; }

    public string? OperatingSystem { get; private set; }

    public string? Language { get; private set; }

    public string? ExecutionEnvironment { get; private set; }

    public static UserAgentFacts Read(ReadOnlySpan<char> userAgent)
    {
        UserAgentFacts facts = new();
        foreach (UserAgentToken token in new UserAgentTokens(userAgent))
        {
            if (token.IsComment)
            {
                facts.ReadComment(token.Text);
            }
            else if (!token.Text.IsEmpty)
            {
                facts.ReadWord(token);
            }
        }

        return facts;
    }

    private void ReadWord(UserAgentToken token)
    {
        if (FirstWord is null)
        {
            FirstWord = token.Prefix.IsEmpty ? token.Text.ToString() : token.Prefix.ToString();
            FirstVersion = token.AfterPrefix;
            IsBrowser = token.Is("Mozilla");
        }

        if (!ReadDeadlineWord(token) && !ReadToolWord(token))
        {
            ReadPlatformWord(token);
        }
    }

    // deadline-cloud, src/deadline/client/api/_session.py, get_default_client_config:
    //   app/deadline-client#<version> [submitter/<name>[#<version>]] [cli-command/<command>] [invoked-by/<agent>]
    // A rewrite of it in Rust is specified with app/deadline-api#<version>.
    // deadline-cloud-worker-agent, src/deadline_worker_agent/boto/config.py, construct_user_agent:
    //   deadline_worker_agent/<version> deadline_cloud/<version> openjd_sessions/<version>
    // deadline-cloud, src/deadline/job_attachments/_aws/aws_clients.py: S3A/Deadline/NA/JobAttachments/<version>
    private bool ReadDeadlineWord(UserAgentToken token)
    {
        if (token.Is("deadline_worker_agent"))
        {
            WorkerAgent ??= token.AfterPrefix ?? string.Empty;
        }
        else if (token.Is("app", "deadline-client") || token.Is("app", "deadline-api"))
        {
            DeadlineClient ??= token.ValueText ?? string.Empty;
        }
        else if (token.Is("submitter") && Submitter is null && !token.Key.IsEmpty)
        {
            Submitter = token.Key.ToString();
            SubmitterVersion = token.ValueText;
        }
        else if (token.Is("cli-command"))
        {
            DeadlineCommand ??= token.AfterPrefix;
        }
        else if (token.Is("invoked-by"))
        {
            InvokedBy ??= token.AfterPrefix;
        }
        else if (token.Is("S3A", "Deadline"))
        {
            JobAttachments ??= token.Text.Slice(token.Text.LastIndexOf('/') + 1).ToString();
        }
        else if (IsMonitorName(token.Prefix))
        {
            IsMonitor = true;
            MonitorVersion ??= token.AfterPrefix;
        }
        else if (token.Is("app") && IsMonitorName(token.Key))
        {
            IsMonitor = true;
            MonitorVersion ??= token.ValueText;
        }
        else
        {
            return false;
        }

        return true;
    }

    // Inferred: the monitor's own agent is not documented. Any name made of these two words is taken for it.
    private static bool IsMonitorName(ReadOnlySpan<char> name) =>
        name.IndexOf("deadline".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0
        && name.IndexOf("monitor".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

    private bool ReadToolWord(UserAgentToken token)
    {
        if (token.Is("aws-cli"))
        {
            AwsCli ??= token.AfterPrefix ?? string.Empty;
        }
        else if (token.Is("md", "command"))
        {
            AwsCliCommand ??= token.ValueText;
        }
        else if (token.Is("command"))
        {
            AwsCliCommand ??= token.AfterPrefix;
        }
        else if (token.Prefix.StartsWith("AWSPowerShell".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            AwsTools ??= token.AfterPrefix ?? string.Empty;
        }
        else if (token.Is("Terraform"))
        {
            Terraform ??= token.AfterPrefix ?? string.Empty;
        }
        else if (token.Is("app"))
        {
            Application ??= token.Key.ToString();
            ApplicationVersion ??= token.ValueText;
        }
        else if (token.Is("aws-internal"))
        {
            IsAwsInternal = true;
        }
        else if (token.Is("exec-env"))
        {
            ExecutionEnvironment ??= token.AfterPrefix;
        }
        else if (Sdk is null && SdkName.Find(token.Prefix) is string sdk)
        {
            Sdk = sdk;
            SdkVersion = token.AfterPrefix;
        }
        else
        {
            return false;
        }

        return true;
    }

    private void ReadPlatformWord(UserAgentToken token)
    {
        if (token.Is("os"))
        {
            OperatingSystem ??= OperatingSystemName.FindIn(token.Key);
        }
        else if (token.Is("lang"))
        {
            Language ??= token.Value.IsEmpty ? token.Key.ToString() : token.Key.ToString() + " " + token.ValueText;
        }
        else if (token.Is("md", "nodejs"))
        {
            Language = "nodejs " + token.ValueText;
        }
        else if (token.Is("md", "browser"))
        {
            SdkBrowser ??= token.ValueText;
        }
        else if (token.Is("Python") || token.Is("Java"))
        {
            Language ??= (token.Is("Java") ? "java " : "python ") + token.AfterPrefix;
        }
        else if (token.Is(".NET_Core") || token.Is(".NET_Framework"))
        {
            Language ??= token.Prefix.ToString() + " " + token.AfterPrefix;
        }
        else if (token.Is("Linux") || token.Is("Windows") || token.Is("Darwin") || token.Is("Mac_OS_X"))
        {
            OperatingSystem ??= OperatingSystemName.FindIn(token.Prefix);
        }
    }

    // aws-sdk-go/1.44.157 (go1.19.3; linux; amd64), and the platform of a browser.
    private void ReadComment(ReadOnlySpan<char> comment)
    {
        if (comment.Length > 2 && comment[0] == 'g' && comment[1] == 'o' && char.IsDigit(comment[2]))
        {
            int end = comment.IndexOf(';');
            Language ??= "go " + comment.Slice(2, (end < 0 ? comment.Length : end) - 2).ToString();
            OperatingSystem ??= OperatingSystemName.FindIn(comment);
        }
        else if (IsBrowser)
        {
            OperatingSystem ??= OperatingSystemName.FindIn(comment);
        }
    }
}
