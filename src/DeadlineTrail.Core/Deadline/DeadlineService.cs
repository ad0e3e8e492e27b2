using System;

namespace DeadlineTrail.Deadline;

/// <summary>The names of the services whose records answer questions about a farm.</summary>
internal static class DeadlineService
{
    /// <summary>AWS Deadline Cloud's own calls.</summary>
    internal const string EventSource = "deadline.amazonaws.com";

    /// <summary>Sign-ins of people, to the Deadline Cloud monitor among others.</summary>
    internal const string SignInEventSource = "signin.amazonaws.com";

    /// <summary>Credentials that people and workers are given.</summary>
    internal const string StsEventSource = "sts.amazonaws.com";

    /// <summary>Gets <see cref="EventSource"/> as it stands in a record.</summary>
    internal static ReadOnlySpan<byte> EventSourceUtf8 => "deadline.amazonaws.com"u8;
}
