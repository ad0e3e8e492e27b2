using System;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>How a loopback endpoint behaves from its start.</summary>
public sealed class LoopbackOptions
{
    /// <summary>The time for signatures, expiry and quotas.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The key that is there from the start.</summary>
    public LoopbackKey Key { get; set; } = new("AKIALOOPBACKEXAMPLE1", "loopback/secret+EXAMPLEKEYEXAMPLEKEYEXAM");

    /// <summary>The one Region this endpoint is for, as a Regional endpoint of AWS; null it serves them all, by the Region a request is signed for.</summary>
    public string? Region { get; set; }

    /// <summary>How far back Event history reaches, from the clock's now; AWS: 90 days. Null: everything that was added.</summary>
    public TimeSpan? HistoryReaches { get; set; }

    /// <summary>LookupEvents a second, per account, per Region.</summary>
    public double LookupEventsPerSecond { get; set; } = 2;

    /// <summary>By how much a request may come early and still count as on time.</summary>
    public TimeSpan QuotaJitter { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether requests over the quota are throttled as well as counted.</summary>
    public bool EnforceQuota { get; set; }

    /// <summary>Added to every request, as a network far away does; many can wait at once.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Whether S3 answers a request signed for another Region than the bucket's with 400 AuthorizationHeaderMalformed, as the right endpoint does, or with 301 PermanentRedirect, as a wrong endpoint does.</summary>
    public bool WrongRegionIsMalformed { get; set; }

    /// <summary>The bearer token that SSO takes.</summary>
    public string SsoToken { get; set; } = "loopback-sso-token";

    /// <summary>What that token is renewed with.</summary>
    public string SsoRefreshToken { get; set; } = "loopback-sso-refresh-token";

    /// <summary>The token of an identity provider for which STS gives credentials of a role.</summary>
    public string WebIdentityToken { get; set; } = "loopback-web-identity-token";
}
