using System;

namespace DeadlineTrail.Package;

/// <summary>What is there cannot be packed, signed or published; the message says why and what to do.</summary>
internal sealed class PackageException(string message) : Exception(message);
