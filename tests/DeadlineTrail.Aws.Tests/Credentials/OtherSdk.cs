using System;

namespace DeadlineTrail.Aws.Tests.Credentials;

/// <summary>Keys as another copy of the AWS SDK has them: the same members, another type.</summary>
internal sealed record OtherKeys(string AccessKey, string SecretKey, string? Token);

/// <summary>Credentials of another copy of the AWS SDK, which renew themselves.</summary>
internal sealed class OtherCredentials(Func<OtherKeys> get)
{
    public OtherKeys GetCredentials() => get();
}

/// <summary>The same, with what such credentials have to let go of keys before their time.</summary>
internal sealed class RenewedCredentials(Func<OtherKeys> get, Action clear)
{
    public OtherKeys GetCredentials() => get();

    public void ClearCredentials() => clear();
}

/// <summary>What Set-AWSCredential leaves in the session: the credentials stand in a property that is not public.</summary>
internal sealed class ToolsCredentials(object credentials)
{
    internal object Credentials { get; } = credentials;

    public override string ToString() => "studio";
}
