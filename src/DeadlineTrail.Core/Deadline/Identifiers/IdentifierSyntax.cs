using System;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>The shape of Deadline Cloud's identifiers, as the service model has it.</summary>
/// <remarks>
/// <c>farm-</c>, <c>queue-</c>, ... and 32 lower-case hexadecimal digits; <c>task-</c> and <c>sessionaction-</c> with <c>-</c> and a number
/// of up to ten digits behind. Members, products and statistics have identifiers that no shape tells: they are known by the field they stand in.
/// </remarks>
internal static class IdentifierSyntax
{
    public const int HexLength = 32;

    public const int LongestPrefix = 13;

    private const int LongestOrdinal = 10;

    /// <summary>The kind whose identifiers start with this word and a hyphen; null when none does.</summary>
    public static IdentifierKind? KindOfPrefix(ReadOnlySpan<byte> word) => word.Length switch
    {
        2 => word.SequenceEqual("sp"u8) ? IdentifierKind.StorageProfile
            : word.SequenceEqual("le"u8) ? IdentifierKind.LicenseEndpoint : null,
        3 => word.SequenceEqual("job"u8) ? IdentifierKind.Job : null,
        4 => word.SequenceEqual("farm"u8) ? IdentifierKind.Farm
            : word.SequenceEqual("step"u8) ? IdentifierKind.Step
            : word.SequenceEqual("task"u8) ? IdentifierKind.Task : null,
        5 => word.SequenceEqual("queue"u8) ? IdentifierKind.Queue
            : word.SequenceEqual("fleet"u8) ? IdentifierKind.Fleet
            : word.SequenceEqual("limit"u8) ? IdentifierKind.Limit : null,
        6 => word.SequenceEqual("worker"u8) ? IdentifierKind.Worker
            : word.SequenceEqual("budget"u8) ? IdentifierKind.Budget
            : word.SequenceEqual("volume"u8) ? IdentifierKind.Volume : null,
        7 => word.SequenceEqual("session"u8) ? IdentifierKind.Session
            : word.SequenceEqual("monitor"u8) ? IdentifierKind.Monitor : null,
        8 => word.SequenceEqual("queueenv"u8) ? IdentifierKind.QueueEnvironment : null,
        13 => word.SequenceEqual("sessionaction"u8) ? IdentifierKind.SessionAction : null,
        _ => null,
    };

    /// <summary>How long the number behind the digits is, with its hyphen; 0 where the kind has none; -1 where it must have one and has not.</summary>
    public static int OrdinalLength(IdentifierKind kind, ReadOnlySpan<byte> behind)
    {
        if (kind is not (IdentifierKind.Task or IdentifierKind.SessionAction))
        {
            return 0;
        }

        int length = 1;
        while (length < behind.Length && length <= LongestOrdinal && behind[length] is >= (byte)'0' and <= (byte)'9')
        {
            length++;
        }

        return length > 1 && behind[0] == (byte)'-' ? length : -1;
    }
}
