using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using DeadlineTrail.Formats;

namespace DeadlineTrail.Completion;

/// <summary>
/// Completes from a list: first what begins with the typed word, then what has it inside, each in the order of the list.
/// Wildcards in the word are matched, and quotes are kept. Some lists are of what others wrote: what is not plain text is
/// not offered.
/// </summary>
internal abstract class CandidateCompleter : IArgumentCompleter
{
    /// <summary>What may be given, in the order in which to offer it.</summary>
    /// <param name="bound">What is bound so far on the command line.</param>
    internal abstract IEnumerable<Candidate> Candidates(BoundArguments bound);

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        TypedWord word = new(wordToComplete);
        List<CompletionResult> beginning = [], within = [];
        foreach (Candidate candidate in Candidates(new BoundArguments(fakeBoundParameters)))
        {
            // What is offered is written on the terminal and into the command line. A name with a sequence that the terminal
            // obeys could be shown, but not be inserted as it must stand there; nobody has given a profile such a name.
            if (TerminalText.Safe(candidate.Text) != candidate.Text)
            {
                continue;
            }

            List<CompletionResult>? matches = word.Begins(candidate.Text) ? beginning : word.IsWithin(candidate.Text) ? within : null;
            matches?.Add(new CompletionResult(word.Insertion(candidate.Text), candidate.Text, CompletionResultType.ParameterValue, TerminalText.Safe(candidate.ToolTip)));
        }

        beginning.AddRange(within);
        return beginning;
    }
}
