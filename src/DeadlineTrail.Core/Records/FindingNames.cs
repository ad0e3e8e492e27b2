using System.Collections.Generic;

namespace DeadlineTrail;

/// <summary>What <see cref="Finding.Name"/> can say.</summary>
public static class FindingNames
{
    /// <summary>Calls came from other addresses than the sign-in.</summary>
    public const string AddressDiffers = "AddressDiffers";

    /// <summary>The session called operations that AWS's policies grant to no monitor user.</summary>
    public const string CallOutsideMonitorRole = "CallOutsideMonitorRole";

    /// <summary>At least two failed verifications came before the success.</summary>
    public const string FailuresBeforeSuccess = "FailuresBeforeSuccess";

    /// <summary>An address that the same query has not seen with this user before, though it has seen others.</summary>
    public const string NewAddress = "NewAddress";

    /// <summary>Credentials were given without a sign-in in sight.</summary>
    public const string NoSignInSeen = "NoSignInSeen";

    /// <summary>The user signed in while an earlier session of theirs was open.</summary>
    public const string Overlapping = "Overlapping";

    /// <summary>Every name with a sentence of what it means.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new(AddressDiffers, "Calls came from other addresses than the sign-in."),
        new(CallOutsideMonitorRole, "The session called operations that a monitor role normally may not call."),
        new(FailuresBeforeSuccess, "At least two failed verifications came before the success."),
        new(NewAddress, "An address that the same query has not seen with this user before."),
        new(NoSignInSeen, "Credentials were given without a sign-in in sight."),
        new(Overlapping, "The user signed in while an earlier session of theirs was open."),
    ];
}
