using System;
using System.Globalization;
using System.Text.Json;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.Tokens;

/// <summary>
/// Credentials of the machine a program runs on: of a container (AWS_CONTAINER_CREDENTIALS_FULL_URI set to
/// <c>/container-credentials</c> here), and of an EC2 instance over IMDSv2 (AWS_EC2_METADATA_SERVICE_ENDPOINT set to this
/// endpoint) - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html.
/// </summary>
internal sealed class MachineService(KeyRing keys, LoopbackOptions options) : IService
{
    private const string Roles = "/latest/meta-data/iam/security-credentials/";
    private const string RolesPlain = "/latest/meta-data/iam/security-credentials";
    private const string Role = "render-node";
    private const string MetadataToken = "loopback-metadata-token";

    public bool IsSigned => false;

    public AwsCall? Understand(WireRequest request) => (request.Method, request.Path) switch
    {
        ("GET", "/container-credentials") => new AwsCall(request, "container", "GetContainerCredentials"),
        ("PUT", "/latest/api/token") => new AwsCall(request, "imds", "GetMetadataToken"),
        ("GET", var path) when path.StartsWith("/latest/", StringComparison.Ordinal) => new AwsCall(request, "imds", "GetMetadata"),
        _ => null,
    };

    public Answer Answer(AwsCall call, Fault fault) => call.Operation switch
    {
        "GetContainerCredentials" => Credentials(container: true),
        "GetMetadataToken" => new Answer(200, "text/plain", MetadataToken).With("x-aws-ec2-metadata-token-ttl-seconds", "21600"),
        _ when call.Header("x-aws-ec2-metadata-token") != MetadataToken => new Answer(401),
        _ => call.Request.Path switch
        {
            Roles or RolesPlain => new Answer(200, "text/plain", Role),
            "/latest/meta-data/iam/info" => new Answer(200, "application/json", JsonSerializer.Serialize(new
            {
                Code = "Success", LastUpdated = Time(options.Clock.GetUtcNow()), InstanceProfileArn = $"arn:aws:iam::{options.Key.AccountId}:instance-profile/{Role}", InstanceProfileId = "AIPALOOPBACKEXAMPLE1",
            })),
            Roles + Role => Credentials(container: false),
            "/latest/meta-data/placement/region" => new Answer(200, "text/plain", options.Region ?? "eu-west-1"),
            "/latest/dynamic/instance-identity/document" => new Answer(200, "text/plain", JsonSerializer.Serialize(new { region = options.Region ?? "eu-west-1", accountId = options.Key.AccountId })),
            _ => new Answer(404),
        },
    };

    public Answer Refuse(AwsCall call, Refusal refusal, SignatureVerdict? verdict = null, Fault? fault = null) =>
        new(refusal is Refusal.InternalFailure ? 500 : refusal is Refusal.Throttled ? 503 : 403);

    private Answer Credentials(bool container)
    {
        LoopbackKey key = keys.Issue(options.Key.AccountId, $"arn:aws:sts::{options.Key.AccountId}:assumed-role/{Role}/i-0123456789abcdef0", options.Clock.GetUtcNow().AddHours(6));
        string expires = Time(key.Expires!.Value);
        return new Answer(200, "application/json", container
            ? JsonSerializer.Serialize(new { RoleArn = "arn:aws:iam::" + key.AccountId + ":role/" + Role, key.AccessKeyId, key.SecretAccessKey, Token = key.SessionToken, Expiration = expires })
            : JsonSerializer.Serialize(new { Code = "Success", Type = "AWS-HMAC", LastUpdated = expires, key.AccessKeyId, key.SecretAccessKey, Token = key.SessionToken, Expiration = expires }));
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
