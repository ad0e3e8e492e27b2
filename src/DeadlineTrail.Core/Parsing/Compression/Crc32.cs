using System;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// The CRC-32 that ends a gzip member, computed while the bytes pass.
/// </summary>
/// <remarks>
/// RFC 1952, 2.3.1: "This contains a Cyclic Redundancy Check value of the uncompressed data computed according to
/// CRC-32 algorithm used in the ISO 3309 standard" (https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1).
/// The runtime's own implementation is in System.IO.Hashing, a package: it would be loaded into PowerShell's one
/// default load context, where another module may already have brought another version of it.
/// </remarks>
internal sealed class Crc32
{
    private uint _register = uint.MaxValue;

    /// <summary>The checksum of everything appended so far.</summary>
    public uint Value => ~_register;

    public void Append(ReadOnlySpan<byte> bytes) => _register =
        bytes.Length >= Crc32Instructions.LeastLength && Crc32Instructions.AreSupported
            ? Crc32Instructions.Advance(_register, bytes)
            : Crc32Tables.Advance(_register, bytes);

    /// <summary>Begins again, as for the next member.</summary>
    public void Reset() => _register = uint.MaxValue;
}
