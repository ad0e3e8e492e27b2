using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using System.Threading;

namespace DeadlineTrail.Shell;

/// <summary>Writes to the terminal, or to whatever the streams are redirected to, as pwsh does.</summary>
/// <remarks>Errors go to standard error; warnings, verbose and debug lines to standard output (pwsh's choice).</remarks>
internal sealed class ShellUserInterface : PSHostUserInterface
{
    private readonly Lock _lock = new();
    private readonly Questions _questions;

    public ShellUserInterface(bool mayAsk)
    {
        _questions = new Questions(this, mayAsk);
        var term = Environment.GetEnvironmentVariable("TERM");
        // https://no-color.org
        if (Environment.GetEnvironmentVariable("NO_COLOR") is not null || term is "xterm-mono" or "xtermm")
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }
    }

    public ProgressLine Progress { get; } = new();

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    public override bool SupportsVirtualTerminal => Screen.UnderstandsEscapes;

    /// <summary>
    /// Whether lines are of an error: one that ended a pipeline comes back as an exception, and shown as a mere object
    /// by Out-Default it would go to standard output.
    /// </summary>
    public bool WritesErrors { get; set; }

    public override void Write(string value) => Put(Console.Out, Render(value, Console.IsOutputRedirected));

    public override void WriteLine() => WriteLine("");

    public override void WriteLine(string value)
    {
        if (WritesErrors)
        {
            WriteErrorLine(value);
        }
        else
        {
            Put(Console.Out, Render(value, Console.IsOutputRedirected) + Environment.NewLine);
        }
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        if (!Screen.IsTerminal || PSStyle.Instance.OutputRendering == OutputRendering.PlainText)
        {
            Write(value);
            return;
        }

        lock (_lock)
        {
            var (foreground, background) = (Console.ForegroundColor, Console.BackgroundColor);
            (Console.ForegroundColor, Console.BackgroundColor) = (foregroundColor, backgroundColor);
            try
            {
                Write(value);
            }
            finally
            {
                (Console.ForegroundColor, Console.BackgroundColor) = (foreground, background);
            }
        }
    }

    public override void WriteErrorLine(string value) =>
        Put(Console.Error, Render(value, Console.IsErrorRedirected) + Environment.NewLine);

    public override void WriteWarningLine(string message) => WriteStyled(FormatStyle.Warning, "WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteStyled(FormatStyle.Verbose, "VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteStyled(FormatStyle.Debug, "DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_lock)
        {
            Progress.Show(sourceId, record);
        }
    }

    public override string ReadLine() => _questions.ReadLine("");

    public override SecureString ReadLineAsSecureString() => _questions.ReadSecret("");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        _questions.AskFields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _questions.AskChoice(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        _questions.AskCredential(caption, message, userName);

    /// <summary>Takes the progress line away at the end of a pipeline.</summary>
    public void ClearProgress()
    {
        lock (_lock)
        {
            Progress.Clear();
        }
    }

    private void WriteStyled(FormatStyle style, string line) =>
        WriteLine(SupportsVirtualTerminal ? GetFormatStyleString(style) + line + GetFormatStyleString(FormatStyle.Reset) : line);

    private void Put(TextWriter writer, string text)
    {
        lock (_lock)
        {
            Progress.Erase();
            writer.Write(text);
        }
    }

    /// <summary>Text with its colours, or without them where no terminal shows it.</summary>
    /// <remarks>
    /// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_ansi_terminals: OutputRendering
    /// "Host (default): The ANSI escape sequences are removed in redirected or piped output."
    /// </remarks>
    private string Render(string text, bool redirected) =>
        redirected && PSStyle.Instance.OutputRendering == OutputRendering.Host
            ? new StringDecorated(text).ToString(OutputRendering.PlainText)
            : GetOutputString(text, SupportsVirtualTerminal);
}
