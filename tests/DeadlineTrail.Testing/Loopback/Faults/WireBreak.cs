namespace DeadlineTrail.Testing.Loopback.Faults;

/// <summary>How an answer is broken on its way.</summary>
internal enum WireBreak
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Half of the headers, then the end of the connection.</summary>
    Headers,

    /// <summary>The headers and half of the body, then the end of the connection.</summary>
    Body,

    /// <summary>The connection is reset before any answer.</summary>
    Reset,

    /// <summary>A pause in mid-body, then the rest.</summary>
    Pause,
}
