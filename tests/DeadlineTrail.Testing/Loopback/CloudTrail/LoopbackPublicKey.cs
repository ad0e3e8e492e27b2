using System;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>A key that digests of a Region are signed with, as ListPublicKeys gives it.</summary>
/// <param name="Region">"CloudTrail uses different private and public key pairs per Region."</param>
/// <param name="Value">"The DER encoded public key value in PKCS#1 format."</param>
/// <param name="From">The start of its validity.</param>
/// <param name="To">The end of its validity.</param>
/// <param name="Fingerprint">What digests name it by.</param>
public sealed record LoopbackPublicKey(string Region, ReadOnlyMemory<byte> Value, DateTimeOffset From, DateTimeOffset To, string Fingerprint);
