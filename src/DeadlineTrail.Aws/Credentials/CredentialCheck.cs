using System;
using System.Net.Sockets;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>Fetches credentials once before anything is called with them, so that what is wrong is said once and clearly.</summary>
internal static class CredentialCheck
{
    /// <summary>Fetches them.</summary>
    /// <exception cref="AwsSetupException">They cannot be had.</exception>
    internal static async Task<ImmutableCredentials> FetchAsync(FoundCredentials found, AwsSettings settings)
    {
        try
        {
            return await found.Credentials.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (AwsSetupException)
        {
            throw;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw found.Profile is { } profile ? Unusable(profile, failure) : Unusable(settings, failure);
        }
    }

    /// <summary>Says why a profile gives no credentials.</summary>
    internal static AwsSetupException Unusable(CredentialProfile profile, Exception failure)
    {
        var options = profile.Options;
        if (!IsNetwork(failure) && (options.SsoSession ?? options.SsoStartUrl) is { Length: > 0 })
        {
            return new AwsSetupException(
                AwsSetupProblem.SignInNeeded,
                $"The SSO sign-in of the AWS profile \"{profile.Name}\" has expired or was never made. Run: aws sso login --profile {Quoted(profile.Name)}",
                failure);
        }

        if (options.LoginSession is { Length: > 0 })
        {
            return new AwsSetupException(
                AwsSetupProblem.SignInNeeded,
                $"The sign-in of the AWS profile \"{profile.Name}\" cannot be used: {Sentence(failure)} Run: aws login --profile {Quoted(profile.Name)}",
                failure);
        }

        return new AwsSetupException(
            AwsSetupProblem.CredentialsUnusable,
            $"The AWS profile \"{profile.Name}\" gives no credentials: {Sentence(failure)}{Hint(options)}",
            failure);
    }

    private static AwsSetupException Unusable(AwsSettings settings, Exception failure) => settings.Credential is null && settings.SessionCredential is null
        ? Missing(failure)
        : new AwsSetupException(
            AwsSetupProblem.CredentialsUnusable,
            $"The AWS credentials of {(settings.Credential is null ? "Set-AWSCredential" : "-Credential")} cannot be used: {Sentence(failure)} Renew them and try again.",
            failure);

    /// <summary>Says that there are no credentials anywhere, and what the ways are to give some.</summary>
    internal static AwsSetupException Missing(Exception cause) => new(
        AwsSetupProblem.CredentialsMissing,
        "No AWS credentials were found. Name a profile with -ProfileName, run Set-AWSCredential, set AWS_PROFILE, or give -AccessKey and -SecretKey; for log files that are at hand no credentials are needed: -Path.",
        cause);

    private static string Hint(CredentialProfileOptions options) =>
        options.RoleArn is { Length: > 0 } role ? $" It assumes the role {role}: check that it may, and that its source profile works."
        : options.CredentialProcess is { Length: > 0 } ? " They come from its credential_process: run that command by itself to see what it says."
        : string.Empty;

    private static bool IsNetwork(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is SocketException or System.Net.Http.HttpRequestException or TimeoutException)
            {
                return true;
            }
        }

        return false;
    }

    // The reason is said by the innermost exception: the ones around it say that something failed.
    private static string Sentence(Exception failure) => failure.GetBaseException().Message.Trim().TrimEnd('.') + ".";

    private static string Quoted(string name) => name.IndexOf(' ') < 0 ? name : $"\"{name}\"";
}
