using System.Collections.Generic;

namespace DeadlineTrail;

/// <summary>What <see cref="Client.Kind"/> can say.</summary>
/// <remarks>
/// A client is recognised from the user agent, which is the caller's own claim: it tells what program says it was, not who called.
/// Only <see cref="Service"/> and <see cref="CloudFormation"/> rest on what AWS itself wrote (<c>userIdentity.invokedBy</c>), and
/// <see cref="Console"/> on <c>sessionCredentialFromConsole</c> where the record has it.
/// </remarks>
public static class ClientKinds
{
    /// <summary>A command of the <c>deadline</c> command line.</summary>
    public const string DeadlineCli = "DeadlineCli";

    /// <summary>A submitter: the Deadline Cloud dialog inside a content creation application.</summary>
    public const string Submitter = "Submitter";

    /// <summary>The Deadline Cloud client library in somebody's own program.</summary>
    public const string DeadlineLibrary = "DeadlineLibrary";

    /// <summary>
    /// Deadline Cloud monitor, in a browser or on the desktop. Inferred: its own user agent is not documented, so it is known by a browser
    /// with the credentials of a monitor user, or by a name made of "deadline" and "monitor".
    /// </summary>
    public const string Monitor = "Monitor";

    /// <summary>The Deadline Cloud worker agent.</summary>
    public const string WorkerAgent = "WorkerAgent";

    /// <summary>The AWS Management Console.</summary>
    public const string Console = "Console";

    /// <summary>A browser, of which the record does not say that it showed the console.</summary>
    public const string Browser = "Browser";

    /// <summary>AWS CLI, version 1 or 2.</summary>
    public const string AwsCli = "AwsCli";

    /// <summary>AWS Tools for PowerShell.</summary>
    public const string AwsTools = "AwsTools";

    /// <summary>Terraform's AWS provider.</summary>
    public const string Terraform = "Terraform";

    /// <summary>AWS CloudFormation, on behalf of the actor.</summary>
    public const string CloudFormation = "CloudFormation";

    /// <summary>Another AWS service.</summary>
    public const string Service = "Service";

    /// <summary>A program on an AWS SDK; <see cref="Client.Application"/> is what it says about itself.</summary>
    public const string Sdk = "Sdk";

    /// <summary>Anything else; <see cref="Client.Name"/> is the first word of its user agent.</summary>
    public const string Unknown = "Unknown";

    /// <summary>Every kind with a sentence of what it is, in the order of this page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new(DeadlineCli, "The deadline command line."),
        new(Submitter, "A submitter inside a content creation application."),
        new(DeadlineLibrary, "The Deadline Cloud client library in somebody's own program."),
        new(Monitor, "Deadline Cloud monitor, in a browser or on the desktop."),
        new(WorkerAgent, "The worker agent of a render host."),
        new(Console, "The AWS Management Console."),
        new(Browser, "A browser that is not known to have shown the console."),
        new(AwsCli, "The AWS command line, version 1 or 2."),
        new(AwsTools, "AWS Tools for PowerShell."),
        new(Terraform, "Terraform's AWS provider."),
        new(CloudFormation, "AWS CloudFormation on behalf of the actor."),
        new(Service, "Another AWS service."),
        new(Sdk, "A program on an AWS SDK."),
        new(Unknown, "Not recognised; the name is the first word of the user agent."),
    ];
}
