namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>What every service of AWS refuses alike, each in its own words and format.</summary>
internal enum Refusal
{
    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>The service failed, in the service's own format.</summary>
    InternalFailure,

    /// <summary>Not allowed by a policy.</summary>
    Denied,

    /// <summary>Not signed at all.</summary>
    Unsigned,

    /// <summary>The Authorization header lacks something.</summary>
    IncompleteSignature,

    /// <summary>No such access key, or a session token that is not the key's.</summary>
    UnknownKey,

    /// <summary>The temporary credentials are over.</summary>
    ExpiredToken,

    /// <summary>The clocks differ too much.</summary>
    ClockSkew,

    /// <summary>Signed for another Region than the endpoint's.</summary>
    WrongRegion,

    /// <summary>Signed for another service.</summary>
    WrongService,

    /// <summary>A header that has to be signed is not.</summary>
    HeadersNotSigned,

    /// <summary>The body is not what its hash says.</summary>
    PayloadMismatch,

    /// <summary>The signature is another one than computed here.</summary>
    SignatureMismatch,

    /// <summary>The Region is not enabled for the account.</summary>
    RegionNotEnabled,

    /// <summary>Nothing here does that.</summary>
    UnknownOperation,
}
