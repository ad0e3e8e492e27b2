using System;

namespace DeadlineTrail.Cmdlets;

/// <summary>Part of a log cannot be read.</summary>
public sealed class TrailReadException : Exception
{
    /// <summary>Makes the exception.</summary>
    public TrailReadException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, where, and what it means for the answer.</param>
    public TrailReadException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, where, and what it means for the answer.</param>
    /// <param name="innerException">The exception behind it, or null.</param>
    public TrailReadException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
