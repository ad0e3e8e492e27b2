namespace DeadlineTrail.Loading;

/// <summary>PowerShell 7 brings everything that Core needs.</summary>
internal static class FrameworkSupport
{
    internal static void Start()
    {
    }

    internal static void Stop()
    {
    }
}
