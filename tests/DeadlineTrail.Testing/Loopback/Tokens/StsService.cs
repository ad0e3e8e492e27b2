using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.Tokens;

/// <summary>
/// The Security Token Service, over the Query protocol: a POST of a form with an Action, answered in XML -
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html. The credentials it hands out may sign at once.
/// </summary>
/// <param name="keys">Where the credentials are noted.</param>
/// <param name="options">The token that is taken, and the time.</param>
/// <param name="isSigned">"Calling AssumeRoleWithWebIdentity does not require the use of AWS security credentials", all others do.</param>
internal sealed class StsService(KeyRing keys, LoopbackOptions options, bool isSigned = true) : IService
{
    private static readonly XNamespace s_namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public bool IsSigned => isSigned;

    public AwsCall? Understand(WireRequest request) =>
        request.Method == "POST" && request.Header("content-type").StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal)
            && Form(request).TryGetValue("Action", out string? action) && isSigned == (action != "AssumeRoleWithWebIdentity")
            ? new AwsCall(request, "sts", action)
            : null;

    public Answer Answer(AwsCall call, Fault fault)
    {
        Dictionary<string, string> form = Form(call.Request);
        return call.Operation switch
        {
            "GetCallerIdentity" => Result(call, Element("Arn", call.Caller.Arn), Element("UserId", call.Caller.AccessKeyId), Element("Account", call.AccountId)),
            "AssumeRole" => AssumeRole(call, form),
            "AssumeRoleWithWebIdentity" when form.GetValueOrDefault("WebIdentityToken") == options.WebIdentityToken => AssumeRole(call, form),
            "AssumeRoleWithWebIdentity" => Error(call, 400, "InvalidIdentityToken", "The web identity token that was passed could not be validated."),
            _ => Refuse(call, Refusal.UnknownOperation),
        };
    }

    /// <summary>Codes as in "Common Errors"; an unknown key is InvalidClientTokenId here, and the signature's error SignatureDoesNotMatch.</summary>
    public Answer Refuse(AwsCall call, Refusal refusal, SignatureVerdict? verdict = null, Fault? fault = null)
    {
        (int status, string code, string message) = refusal switch
        {
            Refusal.Throttled => (400, "Throttling", "Rate exceeded"),
            Refusal.InternalFailure => (500, "InternalFailure", "The request processing has failed because of an unknown error, exception or failure."),
            Refusal.Denied => (403, "AccessDenied", Refusals.Denied(call, "sts:" + call.Operation)),
            Refusal.Unsigned => (403, "MissingAuthenticationToken", "Request is missing Authentication Token"),
            Refusal.IncompleteSignature => (403, "IncompleteSignature", "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters."),
            Refusal.UnknownKey or Refusal.RegionNotEnabled => (403, "InvalidClientTokenId", Refusals.UnknownKey),
            Refusal.ExpiredToken => (403, "ExpiredToken", Refusals.ExpiredToken),
            Refusal.ClockSkew => (403, "SignatureDoesNotMatch", Refusals.ClockSkew(call, options.Clock.GetUtcNow())),
            Refusal.WrongRegion => (403, "SignatureDoesNotMatch", "Credential should be scoped to a valid region. "),
            Refusal.WrongService => (403, "SignatureDoesNotMatch", "Credential should be scoped to correct service: 'sts'. "),
            Refusal.UnknownOperation => (400, "InvalidAction", $"Could not find operation {call.Operation} for version 2011-06-15"),
            _ => (403, "SignatureDoesNotMatch", Refusals.SignatureMismatch),
        };

        return Error(call, status, code, message);
    }

    private static Answer Error(AwsCall call, int status, string code, string message) => Xml(call, status, new XElement(s_namespace + "ErrorResponse",
        Element("Error", Element("Type", status < 500 ? "Sender" : "Receiver"), Element("Code", code), Element("Message", message)),
        Element("RequestId", call.RequestId)));

    private Answer AssumeRole(AwsCall call, Dictionary<string, string> form)
    {
        string role = form.GetValueOrDefault("RoleArn", ""), session = form.GetValueOrDefault("RoleSessionName", "");
        if (role.Split(':') is not ["arn", _, "iam", "", var account, var path] || session.Length == 0)
        {
            return Error(call, 400, "ValidationError", $"{role} is invalid");
        }

        // "The duration, in seconds, of the role session. ... By default, the value is set to 3600 seconds."
        int seconds = int.Parse(form.GetValueOrDefault("DurationSeconds", "3600"), CultureInfo.InvariantCulture);
        LoopbackKey key = keys.Issue(account, $"arn:aws:sts::{account}:assumed-role/{path[(path.LastIndexOf('/') + 1)..]}/{session}", options.Clock.GetUtcNow().AddSeconds(seconds));
        return Result(call,
            Element("AssumedRoleUser", Element("AssumedRoleId", "AROALOOPBACKEXAMPLE:" + session), Element("Arn", key.Arn)),
            Element("Credentials", Element("AccessKeyId", key.AccessKeyId), Element("SecretAccessKey", key.SecretAccessKey), Element("SessionToken", key.SessionToken!),
                Element("Expiration", key.Expires!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))));
    }

    private static Answer Result(AwsCall call, params object[] members) => Xml(call, 200, new XElement(s_namespace + (call.Operation + "Response"),
        Element(call.Operation + "Result", members), Element("ResponseMetadata", Element("RequestId", call.RequestId))));

    private static Answer Xml(AwsCall call, int status, XElement root) => new Answer(status, "text/xml", root.ToString()).With("x-amzn-RequestId", call.RequestId);

    private static XElement Element(string name, params object[] content) => new(s_namespace + name, content);

    /// <summary>"application/x-www-form-urlencoded": here a plus sign is a space.</summary>
    private static Dictionary<string, string> Form(WireRequest request) =>
        UriEncoding.Parameters(Encoding.UTF8.GetString(request.Body).Replace('+', ' ')).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
}
