namespace DeadlineTrail.Testing.Loopback.Faults;

/// <summary>What can be odd about a page of a listing and still be allowed by its contract, or nearly.</summary>
internal enum PageTwist
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No entries, and a token that goes on from the same place.</summary>
    Empty,

    /// <summary>The entries, and the token that the request brought: no progress.</summary>
    SameToken,

    /// <summary>The token the request brought is not accepted any more.</summary>
    TokenRefused,
}
