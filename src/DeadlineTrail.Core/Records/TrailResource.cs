namespace DeadlineTrail;

/// <summary>One of the resources a record names in its <c>resources</c>.</summary>
public sealed class TrailResource
{
    internal TrailResource(string? type, string? arn, string? accountId)
    {
        Type = type;
        Arn = arn;
        AccountId = accountId;
    }

    /// <summary>Gets the type, such as <c>AWS::Deadline::Job</c> (<c>type</c>); null when the record has none.</summary>
    public string? Type { get; }

    /// <summary>Gets the ARN (<c>ARN</c>, or <c>ARNPrefix</c> followed by <c>*</c>); null when the record has neither.</summary>
    public string? Arn { get; }

    /// <summary>Gets the account that owns the resource (<c>accountId</c>); null when the record does not say.</summary>
    public string? AccountId { get; }

    /// <summary>Gives the ARN, or else the type.</summary>
    public override string ToString() => Arn ?? Type ?? string.Empty;
}
