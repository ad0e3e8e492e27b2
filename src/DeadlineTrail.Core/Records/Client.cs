namespace DeadlineTrail;

/// <summary>The program that sent a call, as far as its user agent tells.</summary>
/// <remarks>
/// Where AWS itself says that a service made the call (<c>userIdentity.invokedBy</c>, a service as <c>sourceIPAddress</c>), that is what
/// stands here. All else is read from <c>userAgent</c>, which the caller chooses and CloudTrail cuts at 1 KB: it describes honest programs
/// well and proves nothing about dishonest ones.
/// </remarks>
public sealed class Client
{
    internal Client(string kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>What sort of program it is: one of <see cref="ClientKinds"/>. Never null.</summary>
    public string Kind { get; }

    /// <summary>
    /// A name for people to read: <c>deadline CLI</c>, <c>Maya submitter</c>, <c>worker agent</c>, <c>AWS CLI</c>, <c>Boto3</c>, the DNS
    /// name of a service, or the first word of an unknown agent. Never null or empty.
    /// </summary>
    public string Name { get; }

    /// <summary>
    /// The version of the program that <see cref="Name"/> names; of the Deadline Cloud client library for a submitter and the deadline CLI.
    /// Null where the user agent has none.
    /// </summary>
    public string? Version { get; internal init; }

    /// <summary>
    /// The command that was typed: <c>deadline.bundle.submit</c> (from <c>cli-command/</c>) or <c>deadline.create-queue</c> (from
    /// <c>md/command#</c> or <c>command/</c> of AWS CLI). Null where the user agent has none.
    /// </summary>
    public string? Command { get; internal init; }

    /// <summary>
    /// The program it ran in: the content creation application of a submitter (<c>Maya</c>), the browser of a console or monitor call
    /// (<c>Firefox</c>), the name a program on an SDK gives itself (before the SDK's, or by <c>app/</c>). Null where the user agent has none.
    /// </summary>
    public string? Application { get; internal init; }

    /// <summary>
    /// The version the user agent gives with <see cref="Application"/>; for a submitter that of its own package, not of the application.
    /// Null where it gives none.
    /// </summary>
    public string? ApplicationVersion { get; internal init; }

    /// <summary>
    /// What made the program call: the service of <c>userIdentity.invokedBy</c>, else the tool a Deadline Cloud client reports in
    /// <c>invoked-by/</c> (<c>claude-code</c>, <c>cursor</c> and the like). Null where the record has neither.
    /// </summary>
    public string? InvokedBy { get; internal init; }

    /// <summary>The operating system the user agent names, such as <c>linux</c> or <c>windows</c>; null where it names none.</summary>
    public string? OperatingSystem { get; internal init; }

    /// <summary>The language or runtime the user agent names, such as <c>python 3.11.8</c>; null where it names none.</summary>
    public string? Language { get; internal init; }

    /// <summary>Where the program ran, from <c>exec-env/</c> of the user agent, such as <c>CloudShell</c>; null where it has none.</summary>
    public string? ExecutionEnvironment { get; internal init; }

    /// <summary>The user agent as the record has it (<c>userAgent</c>), brackets included; null where the record has none.</summary>
    public string? UserAgent { get; internal init; }

    /// <summary>The same as <see cref="Name"/>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
