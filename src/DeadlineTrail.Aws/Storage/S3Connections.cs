#if NETFRAMEWORK
using System;
#endif
using Amazon.S3;

namespace DeadlineTrail.Aws.Storage;

/// <summary>How many connections a client may have: .NET Framework has a limit of its own, 50 in the SDK, .NET has none.</summary>
internal static class S3Connections
{
    /// <summary>Allows enough of them for what is done at once: the downloads, and the listing ahead of them.</summary>
    internal static void Allow(AmazonS3Config config, int atOnce)
    {
#if NETFRAMEWORK
        config.ConnectionLimit = Math.Max(50, 2 * atOnce);
#else
        _ = (config, atOnce);
#endif
    }
}
