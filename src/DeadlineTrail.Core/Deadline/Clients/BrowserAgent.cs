using System;

namespace DeadlineTrail.Deadline.Clients;

/// <summary>Which browser wrote a <c>Mozilla/5.0 …</c> user agent.</summary>
internal static class BrowserAgent
{
    // Every browser names its ancestors too: the most particular word decides.
    private static readonly (string Word, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("EdgA", "Edge"),
        ("OPR", "Opera"),
        ("Vivaldi", "Vivaldi"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("HeadlessChrome", "Chrome"),
        ("Chrome", "Chrome"),
    ];

    public const string UnnamedBrowser = "browser";

    public static (string Name, string? Version) Find(ReadOnlySpan<char> userAgent)
    {
        int best = Browsers.Length;
        string? bestVersion = null;
        string? safariVersion = null;
        bool isSafari = false;
        foreach (UserAgentToken token in new UserAgentTokens(userAgent))
        {
            if (token.IsComment)
            {
                continue;
            }

            for (int i = 0; i < best; i++)
            {
                if (token.Is(Browsers[i].Word))
                {
                    best = i;
                    bestVersion = token.AfterPrefix;
                }
            }

            isSafari |= token.Is("Safari");
            safariVersion = token.Is("Version") ? token.AfterPrefix : safariVersion;
        }

        return best < Browsers.Length
            ? (Browsers[best].Name, bestVersion)
            : isSafari && safariVersion is not null ? ("Safari", safariVersion) : (UnnamedBrowser, null);
    }
}
