using System;
using System.Globalization;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>
/// epoch-seconds: "the number of seconds that have elapsed since 00:00:00 Coordinated Universal Time (UTC), Thursday, 1 January
/// 1970, with optional decimal precision" - https://smithy.io/2.0/spec/protocol-traits.html. A JSON number may be written in
/// several ways, and a client has to read them all.
/// </summary>
internal static class JsonTime
{
    public static string Plain(long seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>As Java prints a double: 1.7000000005E9.</summary>
    public static string Scientific(long seconds) => ((decimal)seconds / 1_000_000_000m).ToString("0.0########", CultureInfo.InvariantCulture) + "E9";

    public static string Plain(DateTimeOffset time) => (time.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
