namespace DeadlineTrail.Sources.Aws;

/// <summary>Whose credentials they are.</summary>
internal sealed record CallerIdentity(string Arn, string AccountId);
