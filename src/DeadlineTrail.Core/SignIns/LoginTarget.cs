using System;

namespace DeadlineTrail.SignIns;

/// <summary>
/// Where a sign-in was bound for (<c>additionalEventData.LoginTo</c>). What it is for a monitor is not published: the
/// monitor's own address would be certain, a portal's says only "Identity Center".
/// </summary>
/// <param name="IsMonitor">Whether it is a monitor's address, <c>https://NAME.REGION.deadlinecloud.amazonaws.com/</c>.</param>
/// <param name="IsOtherApplication">Whether it is certainly another application's.</param>
/// <param name="Region">The monitor's Region, where it is one.</param>
internal sealed record LoginTarget(bool IsMonitor, bool IsOtherApplication, string? Region)
{
    private const string MonitorDomain = ".deadlinecloud.amazonaws.com";
    private const string WorkSpacesHost = "clients.amazonaws.com";
    private const string WorkSpacesPath = "/workspaces";

    internal static LoginTarget Of(string? loginTo)
    {
        // Only the host counts: the rest is the caller's to choose.
        if (loginTo is null || !Uri.TryCreate(loginTo, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            return new LoginTarget(false, false, null);
        }

        if (address.Host.EndsWith(MonitorDomain, StringComparison.OrdinalIgnoreCase))
        {
            var name = address.Host.Substring(0, address.Host.Length - MonitorDomain.Length);
            return new LoginTarget(true, false, name.IndexOf('.') is var dot && dot > 0 ? name.Substring(dot + 1) : null);
        }

        // "WorkSpaces sign-in": LoginTo https://clients.amazonaws.com/workspaces.
        return new LoginTarget(
            false,
            address.Host.Equals(WorkSpacesHost, StringComparison.OrdinalIgnoreCase) && address.AbsolutePath.StartsWith(WorkSpacesPath, StringComparison.OrdinalIgnoreCase),
            null);
    }
}
