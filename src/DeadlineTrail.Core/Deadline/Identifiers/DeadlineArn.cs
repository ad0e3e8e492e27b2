#pragma warning disable IDE0060, CA1822, CS1573
namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>An ARN of Deadline Cloud, taken apart.</summary>
internal sealed class DeadlineArn
{
    public static DeadlineArn? TryParse(string? text) => null;

    public string? this[IdentifierKind kind] => null;
}
