using System.Collections.Generic;
using System.Management.Automation;

namespace DeadlineTrail.Formats;

/// <summary>What the views of a sign-in's findings and grants show, fit for a terminal.</summary>
public static class SignInPartDisplay
{
    /// <summary>A finding's sentence.</summary>
    public static string Message(PSObject instance) => instance?.BaseObject is Finding finding ? TerminalText.Safe(finding.Message) : string.Empty;

    /// <summary>A finding's evidence.</summary>
    public static string EventIds(PSObject instance) => instance?.BaseObject is Finding finding ? Join(finding.EventIds) : string.Empty;

    /// <summary>The access key.</summary>
    public static string Key(PSObject instance) => instance?.BaseObject is CredentialGrant grant ? TerminalText.Safe(grant.AccessKeyId) : string.Empty;

    /// <summary>The role.</summary>
    public static string Role(PSObject instance) => instance?.BaseObject is CredentialGrant grant ? TerminalText.Safe(grant.RoleArn) : string.Empty;

    /// <summary>The role session.</summary>
    public static string Session(PSObject instance) => instance?.BaseObject is CredentialGrant grant ? TerminalText.Safe(grant.RoleSessionName) : string.Empty;

    private static string Join(IEnumerable<string> texts) => TerminalText.Safe(string.Join(", ", texts));
}
