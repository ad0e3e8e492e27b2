namespace DeadlineTrail.Testing.Chance;

/// <summary>Names that AWS makes up: access keys, unique ids of roles, instances.</summary>
internal static class Aws
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A temporary access key. It begins as AWS's documentation says such keys do; the rest is noise.</summary>
    public static string TemporaryKey(this Dice dice) => "ASIA" + dice.Letters(Base32, 16);

    public static string LongTermKey(this Dice dice) => "AKIA" + dice.Letters(Base32, 16);

    public static string RoleId(this Dice dice) => "AROA" + dice.Letters(Base32, 17);

    public static string UserId(this Dice dice) => "AIDA" + dice.Letters(Base32, 17);

    public static string Instance(this Dice dice) => "i-0" + dice.Hex(16);

    public static string Account(this Dice dice) => dice.Between(1, 9) + dice.Letters("0123456789", 11);

    /// <summary>The sixteen characters that end a log file's name.</summary>
    public static string FileSuffix(this Dice dice) => dice.Letters(Alphanumeric, 16);

    /// <summary>An address of the blocks RFC 5737 keeps for documentation.</summary>
    public static string PublicAddress(this Dice dice) =>
        dice.Pick(DocumentationBlocks) + dice.Between(1, 254);

    public static string PrivateAddress(this Dice dice) =>
        "10.20." + dice.Between(0, 15) + "." + dice.Between(4, 250);

    private static readonly string[] DocumentationBlocks = ["192.0.2.", "198.51.100.", "203.0.113."];
}
