using System;

namespace DeadlineTrail.Deadline.Clients;

/// <summary>Walks the words of a user agent, once and forward: time is linear in its length whatever stands in it.</summary>
internal ref struct UserAgentTokens(ReadOnlySpan<char> userAgent)
{
    private ReadOnlySpan<char> _rest = userAgent;

    public UserAgentToken Current { get; private set; }

    public readonly UserAgentTokens GetEnumerator() => this;

    public bool MoveNext()
    {
        _rest = _rest.TrimStart();
        if (_rest.IsEmpty)
        {
            return false;
        }

        Current = _rest[0] == '(' ? TakeComment() : TakeWord();
        return true;
    }

    private UserAgentToken TakeWord()
    {
        int end = 0;
        while (end < _rest.Length && !char.IsWhiteSpace(_rest[end]))
        {
            end++;
        }

        // The consoles join two agents by a comma: "S3Console/0.4, aws-internal/3 aws-sdk-java/…".
        ReadOnlySpan<char> word = _rest.Slice(0, end).TrimEnd(",;".AsSpan());
        _rest = _rest.Slice(end);
        return new UserAgentToken(word, isComment: false);
    }

    private UserAgentToken TakeComment()
    {
        int depth = 0;
        int end = 0;
        do
        {
            depth += _rest[end] switch { '(' => 1, ')' => -1, _ => 0 };
            end++;
        }
        while (depth > 0 && end < _rest.Length);

        // Cut at 1 KB, a comment may have lost its end.
        ReadOnlySpan<char> comment = _rest.Slice(1, (depth == 0 ? end - 1 : end) - 1);
        _rest = _rest.Slice(end);
        return new UserAgentToken(comment, isComment: true);
    }
}
