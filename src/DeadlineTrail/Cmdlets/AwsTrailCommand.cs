using System;
using System.Management.Automation;
using DeadlineTrail.Completion;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// How to reach AWS: the parameters of AWS Tools for PowerShell, with their aliases. None of them is bound from the
/// pipeline: an object or an imported table must not choose where credentials go.
/// </summary>
public abstract class AwsTrailCommand : TrailCommand
{
    /// <summary>Gets or sets the profile whose credentials, and whose Region where none is named, are used.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>Gets or sets the credentials file in which the profile is, where it is not in the usual one.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>Gets or sets the access key to sign with; for the key that signed the calls of a trail see AccessKeyId.</summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>Gets or sets the secret that belongs to the access key.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>Gets or sets the session token that temporary keys come with.</summary>
    [Parameter]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>Gets or sets credentials as Get-AWSCredential gives them, of any version of AWS Tools or the AWS SDK.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>Gets or sets the address to send requests to instead of AWS's own.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CheckCredentials();
        base.BeginProcessing();
    }

    /// <summary>What the parameters and the session say about how to reach AWS.</summary>
    private protected AwsSettings Settings()
    {
        var session = new AwsSessionVariables(SessionState.PSVariable);
        return new AwsSettings
        {
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation is null ? null : GetUnresolvedProviderPathFromPSPath(ProfileLocation),
            Credential = Credential is PSObject wrapped ? wrapped.BaseObject : Credential,
            SessionCredential = session.Credential,
            SessionRegion = session.Region,
            EndpointUrl = EndpointUrl,
            Proxy = session.Proxy,
        };
    }

    private void CheckCredentials()
    {
        if (CredentialChoice.Problem(Settings()) is { } problem)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(problem.Parameter, problem.Value, problem.Message));
        }
    }
}
