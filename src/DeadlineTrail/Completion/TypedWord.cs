using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DeadlineTrail.Cmdlets;

namespace DeadlineTrail.Completion;

/// <summary>The word under the cursor as PowerShell hands it to a completer: with the quote it begins with, and perhaps the one it ends with.</summary>
internal readonly struct TypedWord
{
    private const char NoQuote = '\0';

    private readonly char _quote;
    private readonly string _text;
    private readonly WildcardPattern? _pattern;

    internal TypedWord(string? word)
    {
        _text = word ?? "";
        _quote = _text.Length == 0 ? NoQuote : QuoteOf(_text[0]);
        if (_quote != NoQuote)
        {
            bool isClosed = _text.Length > 1 && QuoteOf(_text[_text.Length - 1]) == _quote;
            _text = _text.Substring(1, _text.Length - (isClosed ? 2 : 1));
        }

        _pattern = WildcardPattern.ContainsWildcardCharacters(_text) ? WildcardPattern.Get(_text + "*", WildcardOptions.IgnoreCase) : null;
    }

    /// <summary>Whether the candidate begins with what was typed; for a word with wildcards, whether it matches.</summary>
    internal bool Begins(string candidate)
    {
        if (_pattern is null)
        {
            return candidate.StartsWith(_text, StringComparison.OrdinalIgnoreCase);
        }

        try
        {
            return _pattern.IsMatch(candidate);
        }
        catch (Exception bracket) when (WildcardDamage.Is(bracket))
        {
            // An open bracket is no error while one is still typing.
            return false;
        }
    }

    /// <summary>Whether what was typed is found inside the candidate, though not at its beginning.</summary>
    internal bool IsWithin(string candidate) =>
        _pattern is null && candidate.IndexOf(_text, StringComparison.OrdinalIgnoreCase) > 0;

    /// <summary>The candidate as it must stand in the command line: in the quotes that were begun, or in quotes where it needs them.</summary>
    internal string Insertion(string candidate)
    {
        if (_quote == '"')
        {
            return $"\"{string.Concat(candidate.Select(static character => character is '`' or '$' || QuoteOf(character) == '"' ? "`" + character : character.ToString()))}\"";
        }

        return _quote == '\'' || !IsBareWord(candidate) ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(candidate)}'" : candidate;
    }

    private static bool IsBareWord(string candidate)
    {
        foreach (char character in candidate)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('.' or '_' or '-' or '*' or ':' or '/'))
            {
                return false;
            }
        }

        return candidate.Length > 0 && candidate[0] != '-';
    }

    // PowerShell takes typographic quotes for plain ones.
    private static char QuoteOf(char character) => character switch
    {
        '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b' => '\'',
        '"' or '\u201c' or '\u201d' or '\u201e' => '"',
        _ => NoQuote,
    };
}
