using System;
using System.Reflection;
using System.Threading.Tasks;
using Amazon.Runtime;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>
/// Credentials of another copy of the AWS SDK, as AWS Tools for PowerShell loads it, in whatever version. They are asked
/// anew for every call, so roles and sign-ins that renew themselves go on doing so.
/// </summary>
/// <remarks>
/// Types of that copy are not types of ours, although they have the same names: what is needed of them is found by name.
/// </remarks>
internal sealed class ForeignCredentials : AWSCredentials
{
    private readonly object _credentials;
    private readonly MethodInfo _get;

    private ForeignCredentials(object credentials, MethodInfo get)
    {
        _credentials = credentials;
        _get = get;
    }

    /// <summary>Makes credentials of an object: of AWSCredentials, of the AWSPSCredentials of AWS Tools, or of keys.</summary>
    /// <param name="given">The object.</param>
    /// <param name="name">Where it was given, for the message.</param>
    /// <exception cref="AwsSetupException">It holds no credentials.</exception>
    internal static AWSCredentials Of(object given, string name)
    {
        if (given is AWSCredentials ours)
        {
            return ours;
        }

        // AWSPSCredentials keeps them in a property that is not public.
        var inside = Property(given, "Credentials") ?? given;
        if (inside.GetType().GetMethod("GetCredentials", Type.EmptyTypes) is { } get)
        {
            return new ForeignCredentials(inside, get);
        }

        return Keys(inside) is { } keys
            ? keys.UseToken ? new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.Token) : new BasicAWSCredentials(keys.AccessKey, keys.SecretKey)
            : throw new AwsSetupException(
                AwsSetupProblem.CredentialsUnusable,
                $"The object of {name} holds no AWS credentials: it is of the type {given.GetType().FullName}. Give what Get-AWSCredential or New-AWSCredential gives.");
    }

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials()
    {
        object? current;
        try
        {
            current = _get.Invoke(_credentials, null);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } reason)
        {
            throw new AmazonClientException(reason.Message, reason);
        }

        return current is not null && Keys(current) is { } keys ? keys : throw new AmazonClientException("The credentials object gave no keys.");
    }

    /// <inheritdoc/>
    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());

    /// <summary>Has them let go of what they remember: keys that have expired before their time are fetched anew then.</summary>
    internal void Renew() => _credentials.GetType().GetMethod("ClearCredentials", Type.EmptyTypes)?.Invoke(_credentials, null);

    private static ImmutableCredentials? Keys(object credentials) =>
        Property(credentials, "AccessKey") is string { Length: > 0 } key && Property(credentials, "SecretKey") is string { Length: > 0 } secret
            ? new ImmutableCredentials(key, secret, Property(credentials, "Token") as string, Property(credentials, "AccountId") as string)
            : null;

    private static object? Property(object holder, string name) =>
        holder.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(holder);
}
