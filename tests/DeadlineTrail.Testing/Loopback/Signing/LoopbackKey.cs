using System;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>An access key the loopback endpoint knows, and whose it is.</summary>
/// <param name="AccessKeyId">The public half, sent with each request.</param>
/// <param name="SecretAccessKey">The half that never travels.</param>
/// <param name="SessionToken">For temporary credentials: what <c>X-Amz-Security-Token</c> has to say. Null for a user's key.</param>
public sealed record LoopbackKey(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>The account the caller belongs to: whose event history LookupEvents reads.</summary>
    public string AccountId { get; init; } = "111122223333";

    /// <summary>The caller, as GetCallerIdentity and messages of denial say it.</summary>
    public string Arn { get; init; } = "arn:aws:iam::111122223333:user/wrangler";

    /// <summary>When temporary credentials end; null never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>A profile that gives this key, as it stands in a credentials file. Other settings of the profile may follow.</summary>
    public string Profile(string name) =>
        $"[{name}]\naws_access_key_id = {AccessKeyId}\naws_secret_access_key = {SecretAccessKey}\n" + (SessionToken is null ? "" : $"aws_session_token = {SessionToken}\n");
}
