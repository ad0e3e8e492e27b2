using System;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>The text CloudTrail writes in the place of a value it must not show.</summary>
internal static class HiddenValue
{
    public static bool Is(ReadOnlySpan<byte> value) =>
        value.SequenceEqual("HIDDEN_DUE_TO_SECURITY_REASONS"u8) || value.SequenceEqual("***"u8);
}
