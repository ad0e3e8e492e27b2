using System;

namespace DeadlineTrail.Deadline.Clients;

/// <summary>From a record's user agent to the program that sent the call.</summary>
internal static class UserAgentReader
{
    // CloudTrail cuts user agents at 1 KB; a longer one comes from somewhere else, and its head tells enough.
    private const int Examined = 4096;

    private const int LongestName = 100;

    /// <summary>Reads the client. Never throws, in time linear in the length of the user agent.</summary>
    /// <param name="userAgent">The record's <c>userAgent</c>.</param>
    /// <param name="sourceIPAddress">The record's <c>sourceIPAddress</c>: the DNS name of a service where one made the call.</param>
    /// <param name="invokedBy">The record's <c>userIdentity.invokedBy</c>.</param>
    /// <param name="fromConsole">Whether the record has <c>sessionCredentialFromConsole</c>.</param>
    public static Client Read(string? userAgent, string? sourceIPAddress, string? invokedBy, bool fromConsole)
    {
        // What AWS wrote itself comes first; a user agent is only the caller's word.
        string? service = !string.IsNullOrEmpty(invokedBy) ? invokedBy
            : ServiceName.IsServiceName(sourceIPAddress) ? sourceIPAddress
            : null;
        ReadOnlySpan<char> agent = Unwrap(userAgent);
        if (service is not null)
        {
            return OfService(service, userAgent, invokedBy);
        }

        if (agent.IsEmpty)
        {
            return fromConsole
                ? new Client(ClientKinds.Console, "AWS console") { UserAgent = userAgent }
                : new Client(ClientKinds.Unknown, "unknown") { UserAgent = userAgent };
        }

        UserAgentFacts facts = UserAgentFacts.Read(agent);
        return OfTool(facts, userAgent)
            ?? OfServiceAgent(agent, userAgent, fromConsole)
            ?? OfConsoleOrBrowser(agent, facts, userAgent, fromConsole)
            ?? OfSdk(facts, userAgent)
            ?? Describe(ClientKinds.Unknown, Shorten(facts.FirstWord ?? "unknown"), facts.FirstVersion, facts, userAgent);
    }

    /// <summary>CloudTrail often wraps the agent in brackets; one cut at 1 KB has lost the closing one.</summary>
    private static ReadOnlySpan<char> Unwrap(string? userAgent)
    {
        ReadOnlySpan<char> agent = userAgent.AsSpan().Trim();
        if (!agent.IsEmpty && agent[0] == '[')
        {
            agent = agent.Slice(1);
            agent = !agent.IsEmpty && agent[agent.Length - 1] == ']' ? agent.Slice(0, agent.Length - 1) : agent;
        }

        return agent.Length > Examined ? agent.Slice(0, Examined) : agent.Trim();
    }

    private static Client OfService(string service, string? userAgent, string? invokedBy) =>
        new(ServiceName.IsCloudFormation(service) ? ClientKinds.CloudFormation : ClientKinds.Service, Shorten(service))
        {
            InvokedBy = string.IsNullOrEmpty(invokedBy) ? null : invokedBy,
            UserAgent = userAgent,
        };

    private static Client? OfTool(UserAgentFacts facts, string? userAgent)
    {
        if (facts.WorkerAgent is not null)
        {
            return Describe(ClientKinds.WorkerAgent, "worker agent", facts.WorkerAgent, facts, userAgent);
        }

        if (facts.DeadlineClient is not null)
        {
            return OfDeadlineClient(facts, userAgent);
        }

        if (facts.JobAttachments is not null)
        {
            return Describe(ClientKinds.DeadlineLibrary, "job attachments", facts.JobAttachments, facts, userAgent);
        }

        if (facts.IsMonitor)
        {
            return Describe(ClientKinds.Monitor, "Deadline Cloud monitor", facts.MonitorVersion, facts, userAgent);
        }

        if (facts.AwsCli is not null)
        {
            return Describe(ClientKinds.AwsCli, "AWS CLI", facts.AwsCli, facts, userAgent, facts.AwsCliCommand);
        }

        if (facts.AwsTools is not null)
        {
            return Describe(ClientKinds.AwsTools, "AWS Tools for PowerShell", facts.AwsTools, facts, userAgent);
        }

        return facts.Terraform is null
            ? null
            : Describe(ClientKinds.Terraform, "Terraform", facts.Terraform, facts, userAgent);
    }

    // Submitter names seen in the libraries: those of applications, and CLI (the command line of 2024), Custom (a program's
    // own use of the library) and JobBundle (the dialog of the command line), which are not applications.
    private static Client OfDeadlineClient(UserAgentFacts facts, string? userAgent)
    {
        (string kind, string name) = (facts.DeadlineCommand, facts.Submitter) switch
        {
            (not null, _) or (_, "CLI") => (ClientKinds.DeadlineCli, "deadline CLI"),
            (_, null or "Custom") => (ClientKinds.DeadlineLibrary, "deadline library"),
            (_, "JobBundle") => (ClientKinds.Submitter, "job bundle submitter"),
            (_, string submitter) => (ClientKinds.Submitter, Shorten(submitter) + " submitter"),
        };
        bool inApplication = facts.Submitter is not (null or "CLI" or "Custom" or "JobBundle");
        return new Client(kind, name)
        {
            Version = Present(facts.DeadlineClient),
            Command = facts.DeadlineCommand,
            Application = inApplication ? facts.Submitter : null,
            ApplicationVersion = inApplication ? facts.SubmitterVersion : null,
            InvokedBy = facts.InvokedBy,
            OperatingSystem = facts.OperatingSystem,
            Language = facts.Language,
            ExecutionEnvironment = facts.ExecutionEnvironment,
            UserAgent = userAgent,
        };
    }

    private static Client? OfServiceAgent(ReadOnlySpan<char> agent, string? userAgent, bool fromConsole)
    {
        if (agent.IndexOf(' ') >= 0)
        {
            return null;
        }

        string name = agent.ToString();
        if (!ServiceName.IsServiceName(name))
        {
            return null;
        }

        return fromConsole || ServiceName.IsConsole(name)
            ? new Client(ClientKinds.Console, "AWS console") { UserAgent = userAgent }
            : OfService(name, userAgent, invokedBy: null);
    }

    // Credentials of a console session also serve the programs somebody runs with them (in CloudShell, by `aws login`): what names
    // an SDK first is such a program.
    private static Client? OfConsoleOrBrowser(ReadOnlySpan<char> agent, UserAgentFacts facts, string? userAgent, bool fromConsole)
    {
        (string? browser, string? browserVersion) = facts.IsBrowser ? BrowserAgent.Find(agent) : Split(facts.SdkBrowser);
        bool isOwnProgram = browser is null && SdkName.Find(facts.FirstWord.AsSpan()) is not null;
        if ((fromConsole && !isOwnProgram) || (!facts.IsBrowser && NamesConsole(agent)))
        {
            return new Client(ClientKinds.Console, "AWS console")
            {
                Application = browser,
                ApplicationVersion = browserVersion,
                // Without a browser it would be the system of AWS's own host.
                OperatingSystem = browser is null ? null : facts.OperatingSystem,
                UserAgent = userAgent,
            };
        }

        if (facts.IsAwsInternal || ServiceName.IsInternal(agent))
        {
            return new Client(ClientKinds.Service, ServiceName.Internal) { UserAgent = userAgent };
        }

        return browser is null
            ? null
            : new Client(ClientKinds.Browser, browser)
            {
                Version = browserVersion,
                OperatingSystem = facts.OperatingSystem,
                Language = facts.Language,
                UserAgent = userAgent,
            };
    }

    /// <summary>
    /// Parts of the console sign as <c>S3Console/0.4, aws-internal/3 …</c>, <c>RDS Console, aws-internal/3 …</c>,
    /// <c>EC2ConsoleFrontend, …</c>: the word stands before the first comma or slash.
    /// </summary>
    private static bool NamesConsole(ReadOnlySpan<char> agent)
    {
        int end = agent.IndexOfAny(',', '/');
        return (end < 0 ? agent : agent.Slice(0, end)).IndexOf("Console".AsSpan(), StringComparison.Ordinal) >= 0;
    }

    private static (string? Name, string? Version) Split(string? browser)
    {
        int underscore = browser?.IndexOf('_') ?? -1;
        return underscore <= 0 ? (browser, null) : (browser!.Substring(0, underscore), Present(browser.Substring(underscore + 1)));
    }

    // A program that names itself before its SDK ("sdt/0.0.1 aws-sdk-go/1.5.8 …") is the application the SDK ran in.
    private static Client? OfSdk(UserAgentFacts facts, string? userAgent)
    {
        if (facts.Sdk is null)
        {
            return null;
        }

        bool namesItself = facts.Application is null && SdkName.Find(facts.FirstWord.AsSpan()) is null;
        return new Client(ClientKinds.Sdk, Shorten(facts.Sdk))
        {
            Version = facts.SdkVersion,
            Application = namesItself ? facts.FirstWord : facts.Application,
            ApplicationVersion = namesItself ? facts.FirstVersion : facts.ApplicationVersion,
            OperatingSystem = facts.OperatingSystem,
            Language = facts.Language,
            ExecutionEnvironment = facts.ExecutionEnvironment,
            UserAgent = userAgent,
        };
    }

    private static Client Describe(string kind, string name, string? version, UserAgentFacts facts, string? userAgent, string? command = null) =>
        new(kind, name)
        {
            Version = Present(version),
            Command = command,
            Application = facts.Application,
            ApplicationVersion = facts.ApplicationVersion,
            OperatingSystem = facts.OperatingSystem,
            Language = facts.Language,
            ExecutionEnvironment = facts.ExecutionEnvironment,
            UserAgent = userAgent,
        };

    private static string? Present(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Shorten(string name) =>
        name.Length == 0 ? "unknown" : name.Length <= LongestName ? name : $"{name.Substring(0, LongestName)}…";
}
