namespace DeadlineTrail.Shell;

/// <summary>The exit codes pwsh has of its own.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>EX_USAGE of sysexits.h, as pwsh ends for a command line it does not understand.</summary>
    public const int BadCommandLine = 64;
}
