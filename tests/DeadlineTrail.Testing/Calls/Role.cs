namespace DeadlineTrail.Testing.Calls;

/// <summary>An IAM role of the studio.</summary>
internal sealed record Role(string Account, string Path, string Name, string Id)
{
    public string Arn => $"arn:aws:iam::{Account}:role/{Path}{Name}";

    public string SessionArn(string session) => $"arn:aws:sts::{Account}:assumed-role/{Name}/{session}";
}
