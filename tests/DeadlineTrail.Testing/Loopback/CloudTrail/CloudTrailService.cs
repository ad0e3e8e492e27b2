using System;
using System.Text.Json;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>CloudTrail over AWS JSON 1.1: a POST whose <c>X-Amz-Target</c> ends with the operation.</summary>
internal sealed class CloudTrailService(EventHistory history, Trails trails, PublicKeys publicKeys, LoopbackOptions options) : IService
{
    private const string Target = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.";

    private readonly LookupEvents _lookupEvents = new(history, options);

    public bool IsSigned => true;

    public AwsCall? Understand(WireRequest request) =>
        request.Header("x-amz-target") is { Length: > 0 } target
            ? new AwsCall(request, "cloudtrail", target[(target.LastIndexOf('.') + 1)..])
            : null;

    public Answer Answer(AwsCall call, Fault fault)
    {
        if (call.Request.Method != "POST" || call.Header("content-type") != "application/x-amz-json-1.1" || call.Header("x-amz-target") != Target + call.Operation)
        {
            return Refuse(call, Refusal.UnknownOperation);
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(call.Request.Body);
            return call.Operation switch
            {
                "LookupEvents" => _lookupEvents.Answer(call, json.RootElement, fault),
                "DescribeTrails" => trails.DescribeTrails(call, json.RootElement),
                "GetTrail" => trails.GetTrail(call, json.RootElement),
                "GetTrailStatus" => trails.GetTrailStatus(call, json.RootElement),
                "GetEventSelectors" => trails.GetEventSelectors(call, json.RootElement),
                "PutEventSelectors" => trails.PutEventSelectors(call, json.RootElement),
                "StartLogging" => trails.StartLogging(call, json.RootElement),
                "ListPublicKeys" => publicKeys.ListPublicKeys(call, json.RootElement),
                _ => Refuse(call, Refusal.UnknownOperation),
            };
        }
        catch (CloudTrailException error)
        {
            return JsonAnswer.Error(call, 400, error.Code, error.Message);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or System.Collections.Generic.KeyNotFoundException)
        {
            return JsonAnswer.Error(call, 400, "SerializationException", error.Message);
        }
    }

    /// <summary>
    /// Names as in "Common Errors" of the API reference. It gives 403 for some; services of this protocol are seen to answer
    /// 400 for all that is the client's fault, and so does this one (inferred).
    /// </summary>
    public Answer Refuse(AwsCall call, Refusal refusal, SignatureVerdict? verdict = null, Fault? fault = null)
    {
        (int status, string code, string message) = refusal switch
        {
            Refusal.Throttled => (400, "ThrottlingException", "Rate exceeded"),
            Refusal.InternalFailure => (500, "InternalFailure", "The request processing has failed because of an unknown error, exception or failure."),
            Refusal.Denied => (400, "AccessDeniedException", Refusals.Denied(call, "cloudtrail:" + call.Operation)),
            Refusal.Unsigned => (400, "MissingAuthenticationTokenException", Refusals.Unsigned),
            Refusal.IncompleteSignature => (400, "IncompleteSignatureException", "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters."),
            Refusal.UnknownKey or Refusal.RegionNotEnabled => (400, "UnrecognizedClientException", Refusals.UnknownKey),
            Refusal.ExpiredToken => (400, "ExpiredTokenException", Refusals.ExpiredToken),
            Refusal.ClockSkew => (400, "InvalidSignatureException", Refusals.ClockSkew(call, options.Clock.GetUtcNow())),
            Refusal.WrongRegion => (400, "InvalidSignatureException", $"Credential should be scoped to a valid region, not '{call.Region}'. "),
            Refusal.WrongService => (400, "InvalidSignatureException", "Credential should be scoped to correct service: 'cloudtrail'. "),
            Refusal.UnknownOperation => (400, "UnknownOperationException", ""),
            _ => (400, "InvalidSignatureException", Refusals.SignatureMismatch),
        };

        return JsonAnswer.Error(call, status, code, message);
    }
}
