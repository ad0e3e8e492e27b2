using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>Named profiles: those of the SDK's own store on Windows, and those of the shared files.</summary>
internal static class Profiles
{
    private const int MostNamed = 10;

    /// <summary>Gets the profiles that are used when none is named; the second is an old one of AWS Tools.</summary>
    internal static IReadOnlyList<string> DefaultNames { get; } = ["default", "AWS PS Default"];

    /// <summary>Looks a profile up; null when there is none.</summary>
    /// <exception cref="AwsSetupException">The files cannot be read.</exception>
    internal static CredentialProfile? TryGet(string name, AwsSettings settings)
    {
        try
        {
            return Chain(settings).TryGetProfile(name, out var profile) ? profile : null;
        }
        catch (Exception failure) when (failure is AmazonClientException or System.IO.IOException or UnauthorizedAccessException or FormatException or InvalidOperationException)
        {
            throw new AwsSetupException(AwsSetupProblem.CredentialsUnusable, $"The AWS profiles cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Makes the credentials of a profile; null when there is none of that name.</summary>
    /// <exception cref="AwsSetupException">It cannot give any.</exception>
    internal static FoundCredentials? Open(string name, AwsSettings settings) => TryGet(name, settings) is { } profile ? Open(profile, settings) : null;

    /// <summary>Makes the credentials of a profile. Nothing is fetched yet, and nothing will ever ask the user.</summary>
    /// <exception cref="AwsSetupException">It cannot give any.</exception>
    internal static FoundCredentials Open(CredentialProfile profile, AwsSettings settings)
    {
        if (profile.Options.MfaSerial is { Length: > 0 })
        {
            throw new AwsSetupException(
                AwsSetupProblem.SignInNeeded,
                $"The AWS profile \"{profile.Name}\" needs a code of a multi-factor device, and nothing here asks for one. Get temporary credentials first and give them with -Credential or Set-AWSCredential, or use a profile that signs in with SSO.");
        }

        if (profile.EndpointUrl is { Length: > 0 } endpoint)
        {
            // It is that of the services which hand out credentials, too.
            SecureEndpoint.Check(endpoint, $"the AWS profile \"{profile.Name}\"");
        }

        try
        {
            var credentials = profile.GetAWSCredentials(profile.CredentialProfileStore);
            return new FoundCredentials(Prepared(credentials, profile.Region, settings.Proxy), profile);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A profile that is incomplete, or of a kind that this SDK does not know.
            throw CredentialCheck.Unusable(profile, failure);
        }
    }

    /// <summary>Says which profiles there are.</summary>
    internal static string Known(AwsSettings settings)
    {
        List<string> names;
        try
        {
            names = [.. Chain(settings).ListProfiles().Select(static each => each.Name).Distinct().OrderBy(static each => each, StringComparer.OrdinalIgnoreCase)];
        }
        catch (AmazonClientException)
        {
            names = [];
        }

        return names.Count switch
        {
            0 => "No profile was found at all: make one with 'aws configure', 'aws configure sso' or Set-AWSCredential -StoreAs.",
            <= MostNamed => $"The profiles are: {string.Join(", ", names)}.",
            _ => $"There are {names.Count} others, such as {string.Join(", ", names.Take(MostNamed))}.",
        };
    }

    private static CredentialProfileStoreChain Chain(AwsSettings settings) => new(settings.ProfileLocation);

    private static AWSCredentials Prepared(AWSCredentials credentials, RegionEndpoint? region, WebProxy? proxy)
    {
        switch (credentials)
        {
            case SSOAWSCredentials sso:
                // No browser is opened behind the user's back: an expired sign-in is an error that says how to renew it.
                sso.Options.SupportsGettingNewToken = false;
                sso.Options.ProxySettings ??= proxy;
                return sso;
            case AssumeRoleAWSCredentials role:
                role.Options.ProxySettings ??= proxy;
                return new RoleCredentials(Prepared(role.SourceCredentials, region, proxy), role.RoleArn, role.RoleSessionName, role.Options, region);
            default:
                return credentials;
        }
    }
}
