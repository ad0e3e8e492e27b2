using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Cmdlets;

/// <summary>Which of the ways to name credentials go together.</summary>
internal static class CredentialChoice
{
    /// <summary>Gives the parameter at which the choice cannot stand, and why; null when it can.</summary>
    internal static (string Parameter, object? Value, string Message)? Problem(AwsSettings settings)
    {
        if ((settings.AccessKey is null) != (settings.SecretKey is null) || (settings.AccessKey is null && settings.SessionToken is not null))
        {
            return (nameof(settings.AccessKey), settings.AccessKey, "-AccessKey and -SecretKey belong together, and -SessionToken to both of them: give all that there are, or name a profile with -ProfileName.");
        }

        return (settings.AccessKey is null ? 0 : 1) + (settings.ProfileName is null ? 0 : 1) + (settings.Credential is null ? 0 : 1) > 1
            ? (nameof(settings.Credential), null, "-AccessKey, -ProfileName and -Credential each say whose credentials to use: give one of them.")
            : null;
    }
}
