using System;
using System.Management.Automation.Language;
using System.Linq;

namespace DeadlineTrail.Shell;

/// <summary>Reads statements, from a user or from redirected input, and runs them until there are no more.</summary>
internal static class InteractiveLoop
{
    private const string ContinuationPrompt = ">> ";

    public static int Run(Session session)
    {
        var prompting = !Console.IsInputRedirected;
        var editor = new LineEditor(session.Complete);
        LineRead Read(string prompt) => prompting ? editor.Read(prompt) : LineRead.Of(Console.In.ReadLine());

        while (session.RequestedExitCode is null)
        {
            var statement = ReadStatement(Read, prompting ? session.Prompt() : "");
            if (statement.Kind == LineKind.EndOfInput)
            {
                break;
            }

            if (!string.IsNullOrWhiteSpace(statement.Text))
            {
                session.RunStatement(statement.Text);
            }
        }

        return session.StatementExitCode();
    }

    /// <summary>Lines up to where the statement is whole; an empty line gives it up to the engine as it is.</summary>
    private static LineRead ReadStatement(Func<string, LineRead> read, string prompt)
    {
        var statement = read(prompt);
        while (statement.Kind == LineKind.Text && IsIncomplete(statement.Text))
        {
            var next = read(ContinuationPrompt);
            if (next.Kind == LineKind.Cancelled)
            {
                return next;
            }

            if (next.Text.Length == 0)
            {
                break;
            }

            statement = LineRead.Of(statement.Text + "\n" + next.Text);
        }

        return statement;
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
