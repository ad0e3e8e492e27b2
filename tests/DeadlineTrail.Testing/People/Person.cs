namespace DeadlineTrail.Testing.People;

/// <summary>Somebody at the studio.</summary>
internal sealed record Person
{
    /// <summary>The name in IAM Identity Center.</summary>
    public required string UserName { get; init; }

    /// <summary>The principal id in the identity store.</summary>
    public required string UserId { get; init; }

    public required string Address { get; init; }

    public required string Browser { get; init; }

    /// <summary>The application whose submitter is used.</summary>
    public required string Application { get; init; }

    /// <summary>VIEWER, CONTRIBUTOR, MANAGER or OWNER on the farm.</summary>
    public required string Level { get; init; }

    /// <summary>How they prove who they are, as <c>CredentialType</c> spells it: PASSWORD, "PASSWORD,TOTP", EXTERNAL_IDP, ...</summary>
    public required string Credential { get; init; }

    /// <summary>The hour, UTC, at which they usually begin.</summary>
    public required int Begins { get; init; }
}
