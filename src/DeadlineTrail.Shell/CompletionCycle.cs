using System;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace DeadlineTrail.Shell;

/// <summary>What Tab offers at one place of a line, one after the other.</summary>
internal sealed class CompletionCycle
{
    private readonly Collection<CompletionResult> _matches;
    private readonly int _start;
    private int _length;
    private int _current = -1;

    private CompletionCycle(CommandCompletion completion)
    {
        _matches = completion.CompletionMatches;
        _start = completion.ReplacementIndex;
        _length = completion.ReplacementLength;
    }

    public static CompletionCycle? Start(Func<string, int, CommandCompletion?>? complete, string text, int cursor) =>
        complete?.Invoke(text, cursor) is { CompletionMatches.Count: > 0 } completion ? new CompletionCycle(completion) : null;

    public void Turn(LineView view, bool backwards)
    {
        _current = backwards
            ? (Math.Max(_current, 0) + _matches.Count - 1) % _matches.Count
            : (_current + 1) % _matches.Count;
        var text = _matches[_current].CompletionText;
        view.Replace(_start, _length, text);
        _length = text.Length;
    }
}
