using System;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>
/// Finds credentials in the order of AWS Tools for PowerShell v5,
/// https://docs.aws.amazon.com/powershell/v5/userguide/creds-assign.html: keys, named profile, object, the session's
/// default, keys in the environment, AWS_PROFILE, the default profiles, and at last what the container or the instance
/// gives. What is named and not there is an error, never a reason to go on.
/// </summary>
internal static class CredentialSearch
{
    /// <summary>Finds credentials; nothing is fetched yet.</summary>
    /// <exception cref="AwsSetupException">There are none.</exception>
    internal static FoundCredentials Find(AwsSettings settings)
    {
        if (settings is { AccessKey: { } key, SecretKey: { } secret })
        {
            return Plain(settings.SessionToken is { Length: > 0 } token ? new SessionAWSCredentials(key, secret, token) : new BasicAWSCredentials(key, secret));
        }

        if (settings.ProfileName is { } named)
        {
            return Profiles.Open(named, settings) ?? throw Missing(named, settings, "-ProfileName");
        }

        if (settings.Credential is { } given)
        {
            return Plain(ForeignCredentials.Of(given, "-Credential"));
        }

        if (settings.SessionCredential is { } ofSession)
        {
            return Plain(ForeignCredentials.Of(ofSession, "$StoredAWSCredentials, which Set-AWSCredential sets,"));
        }

        return OfEnvironment(settings) ?? OfDefaultProfiles(settings) ?? OfHost();
    }

    private static FoundCredentials? OfEnvironment(AwsSettings settings)
    {
        if (IsSet("AWS_ACCESS_KEY_ID") && IsSet("AWS_SECRET_ACCESS_KEY"))
        {
            return Plain(new EnvironmentVariablesAWSCredentials());
        }

        return Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } profile
            ? Profiles.Open(profile, settings) ?? throw Missing(profile, settings, "the environment variable AWS_PROFILE")
            : null;
    }

    private static FoundCredentials? OfDefaultProfiles(AwsSettings settings)
    {
        foreach (var name in Profiles.DefaultNames)
        {
            if (Profiles.TryGet(name, settings) is { CanCreateAWSCredentials: true } profile)
            {
                return Profiles.Open(profile, settings);
            }
        }

        return null;
    }

    /// <summary>A web identity, a container or an instance: the rest of the SDK's own chain.</summary>
    private static FoundCredentials OfHost()
    {
        try
        {
            // One of its own: that of the process remembers what it found once, whatever the environment says later.
            return Plain(new DefaultAWSCredentialsIdentityResolver().ResolveIdentity(null));
        }
        catch (AmazonClientException nothing)
        {
            throw CredentialCheck.Missing(nothing);
        }
    }

    private static AwsSetupException Missing(string name, AwsSettings settings, string named) => new(
        AwsSetupProblem.ProfileNotFound,
        $"There is no AWS profile \"{name}\"{(settings.ProfileLocation is { } file ? $" in \"{file}\"" : string.Empty)}, which {named} names. {Profiles.Known(settings)}");

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    private static FoundCredentials Plain(AWSCredentials credentials) => new(credentials, null);
}
