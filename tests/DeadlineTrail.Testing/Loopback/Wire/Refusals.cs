using System;

namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>Messages that services of AWS have in common.</summary>
internal static class Refusals
{
    public const string SignatureMismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    public const string UnknownKey = "The security token included in the request is invalid.";

    public const string ExpiredToken = "The security token included in the request is expired";

    public const string Unsigned = "Missing Authentication Token";

    public static string Denied(AwsCall call, string action) =>
        $"User: {call.Caller.Arn} is not authorized to perform: {action} because no identity-based policy allows the {action} action";

    public static string ClockSkew(AwsCall call, DateTimeOffset now) =>
        $"Signature expired: {call.Header("x-amz-date")} is now earlier than {Signing.SignatureCheck.Stamp(now.AddMinutes(-5))} ({Signing.SignatureCheck.Stamp(now)} - 5 min.)";
}
