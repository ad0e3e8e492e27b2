using System;

namespace DeadlineTrail.Testing.Delivery;

/// <summary>A hold-up in one account and Region: the next records come in one late file.</summary>
internal sealed class Delay(DateTime delivered, int number, bool says)
{
    public DateTime Delivered { get; } = delivered;

    /// <summary>Tells its file from that of the records which came in time.</summary>
    public int Number { get; } = number;

    /// <summary>Whether the records carry the addendum DELIVERY_DELAY.</summary>
    public bool Says { get; } = says;

    public int Left { get; set; }
}
