using System;

namespace DeadlineTrail.Deadline.Clients;

/// <summary>One word of a user agent: <c>Boto3/1.34.0</c>, <c>md/command#deadline.create-queue</c>, <c>lang/go/1.17.6</c>, or a comment in parentheses.</summary>
/// <remarks>
/// The AWS SDKs write <c>prefix/key#value</c> since "ua/2.0"; older ones write <c>name/version</c> and <c>md/GOOS/linux</c>, and AWS
/// Tools for PowerShell <c>.NET_Core#6.0.5</c>. So each of <c>/</c> and <c>#</c> ends a part, and the third part keeps the rest.
/// </remarks>
internal readonly ref struct UserAgentToken
{
    public UserAgentToken(ReadOnlySpan<char> text, bool isComment)
    {
        Text = text;
        IsComment = isComment;
        int first = isComment ? -1 : text.IndexOfAny('/', '#');
        if (first < 0)
        {
            Prefix = text;
            return;
        }

        Prefix = text.Slice(0, first);
        ReadOnlySpan<char> rest = text.Slice(first + 1);
        int second = rest.IndexOfAny('/', '#');
        Key = second < 0 ? rest : rest.Slice(0, second);
        Value = second < 0 ? default : rest.Slice(second + 1);
    }

    /// <summary>The whole word; of a comment what stands between its parentheses.</summary>
    public ReadOnlySpan<char> Text { get; }

    public bool IsComment { get; }

    public ReadOnlySpan<char> Prefix { get; }

    public ReadOnlySpan<char> Key { get; }

    public ReadOnlySpan<char> Value { get; }

    public bool Is(string prefix) => Prefix.Equals(prefix.AsSpan(), StringComparison.OrdinalIgnoreCase);

    public bool Is(string prefix, string key) => Is(prefix) && Key.Equals(key.AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows the prefix, whatever it is made of: <c>1.2.3-a/b</c> of <c>name/1.2.3-a/b</c>; null where nothing does.</summary>
    public string? AfterPrefix => Text.Length > Prefix.Length + 1 ? Text.Slice(Prefix.Length + 1).ToString() : null;

    public string? ValueText => Value.IsEmpty ? null : Value.ToString();
}
