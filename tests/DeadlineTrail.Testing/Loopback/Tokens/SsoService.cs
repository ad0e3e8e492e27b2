using System.Collections.Generic;
using System.Text.Json;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.Tokens;

/// <summary>
/// The portal of IAM Identity Center: "GET /federation/credentials?account_id=accountId&amp;role_name=roleName" with
/// <c>x-amz-sso_bearer_token</c>, not signed - https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html.
/// And CreateToken, as far as it renews that token - https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html.
/// </summary>
internal sealed class SsoService(KeyRing keys, LoopbackOptions options) : IService
{
    public bool IsSigned => false;

    public AwsCall? Understand(WireRequest request) => request switch
    {
        { Method: "GET", Path: "/federation/credentials" } => new AwsCall(request, "sso", "GetRoleCredentials"),
        { Method: "POST", Path: "/token" } => new AwsCall(request, "sso-oauth", "CreateToken"),
        _ => null,
    };

    public Answer Answer(AwsCall call, Fault fault)
    {
        if (call.Operation == "CreateToken")
        {
            using JsonDocument asked = JsonDocument.Parse(call.Request.Body);
            return asked.RootElement.GetProperty("grantType").GetString() == "refresh_token" && asked.RootElement.GetProperty("refreshToken").GetString() == options.SsoRefreshToken
                ? Json(call, 200, new { accessToken = options.SsoToken, tokenType = "Bearer", expiresIn = 3600, refreshToken = options.SsoRefreshToken })
                : Json(call, 400, new { error = "invalid_grant", error_description = "Invalid refresh token" }).With("x-amzn-ErrorType", "InvalidGrantException");
        }

        if (call.Header("x-amz-sso_bearer_token") != options.SsoToken)
        {
            return Refuse(call, Refusal.ExpiredToken);
        }

        string account = call.Query.GetValueOrDefault("account_id") ?? "", role = call.Query.GetValueOrDefault("role_name") ?? "";
        LoopbackKey key = keys.Issue(account, $"arn:aws:sts::{account}:assumed-role/AWSReservedSSO_{role}_0123456789abcdef/wrangler", options.Clock.GetUtcNow().AddHours(1));
        return Json(call, 200, new
        {
            roleCredentials = new { accessKeyId = key.AccessKeyId, secretAccessKey = key.SecretAccessKey, sessionToken = key.SessionToken, expiration = key.Expires!.Value.ToUnixTimeMilliseconds() },
        });
    }

    public Answer Refuse(AwsCall call, Refusal refusal, SignatureVerdict? verdict = null, Fault? fault = null) => refusal switch
    {
        Refusal.Throttled => Error(call, 429, "TooManyRequestsException", "HTTP 429 Too Many Requests"),
        Refusal.InternalFailure => Error(call, 500, "InternalServerException", "Internal failure"),
        Refusal.Denied => Error(call, 403, "ForbiddenException", "No access"),
        _ => Error(call, 401, "UnauthorizedException", "Session token not found or invalid"),
    };

    private static Answer Error(AwsCall call, int status, string code, string message) => Json(call, status, new { message, __type = code }).With("x-amzn-ErrorType", code);

    private static Answer Json(AwsCall call, int status, object content) =>
        new Answer(status, "application/json", JsonSerializer.Serialize(content)).With("x-amzn-RequestId", call.RequestId);
}
