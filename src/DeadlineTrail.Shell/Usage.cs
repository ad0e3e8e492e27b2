namespace DeadlineTrail.Shell;

internal static class Usage
{
    public const string Text = """
        PowerShell with the DeadlineTrail module of this checkout imported, for a machine that has only the .NET SDK.

          dotnet run --project src/DeadlineTrail.Shell -- [options]

          -Command, -c <text>                 runs the text; everything after it belongs to it; - reads standard input
          -File, -f <script.ps1> [arguments]  runs the script with the arguments, named ones as -Name value
          -NonInteractive                     never asks for anything (so it is whenever input is redirected)
          -NoProfile, -NoLogo                 accepted: there is neither profile nor logo
          -Help, -h, -?                       this text

        Without options: a prompt, with tab completion; or the commands on standard input, where that is redirected.
        Exit codes are pwsh's: that of exit, else 1 after a terminating error or a failed last statement, else 0.
        """;
}
