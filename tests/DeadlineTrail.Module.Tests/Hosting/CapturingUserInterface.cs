using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>Keeps what a terminal would have received.</summary>
internal sealed class CapturingUserInterface : PSHostUserInterface
{
    private readonly StringBuilder _text = new();
    private readonly CapturingRawUserInterface _window = new();

    public CapturingUserInterface()
    {
        // PowerShell's own colours would hide those that come from the data. Taking colours out afterwards would as well.
        var style = PSStyle.Instance.Formatting;
        style.TableHeader = style.FormatAccent = style.CustomTableHeaderLabel = "";
    }

    public override PSHostRawUserInterface RawUI => _window;

    public override bool SupportsVirtualTerminal => false;

    public string Capture(int width, Action write)
    {
        _window.Width = width;
        _text.Clear();
        write();
        return _text.ToString();
    }

    /// <remarks>
    /// PowerShell ends a table's headers, and any cell with an escape in it, with a reset of its own, always.
    /// </remarks>
    public override void Write(string value) =>
        _text.Append(value.Replace(PSStyle.Instance.Reset, "", StringComparison.Ordinal).ReplaceLineEndings("\n"));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw Nobody();

    public override SecureString ReadLineAsSecureString() => throw Nobody();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw Nobody();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw Nobody();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Nobody();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw Nobody();

    private static HostException Nobody() => new("Nobody is there to answer.");
}
