using System;

namespace DeadlineTrail.Testing.Calls;

/// <summary>Who calls, with what and from where: all of a record that a session's calls have in common.</summary>
internal sealed record Caller
{
    /// <summary>The <c>userIdentity</c> as JSON text, made once a session.</summary>
    public required string IdentityJson { get; init; }

    /// <summary>The ARN a denial names.</summary>
    public required string Arn { get; init; }

    public required string Address { get; init; }

    public required string Agent { get; init; }

    public string? AccessKeyId { get; init; }

    public bool FromConsole { get; init; }

    /// <summary>The VPC endpoint the calls come through, for hosts without a way to the internet.</summary>
    public string? VpcEndpointId { get; init; }

    /// <summary>Whether an AWS service calls on somebody's behalf; such records have no TLS details.</summary>
    public bool ThroughService { get; init; }

    /// <summary>Somebody with a role's temporary credentials.</summary>
    public static Caller InRole(
        Role role, string session, string accessKey, DateTime since, string address, string agent, bool mfa = false, string? more = null) => new()
    {
        Arn = role.SessionArn(session),
        AccessKeyId = accessKey,
        Address = address,
        Agent = agent,
        IdentityJson =
            $$"""{"type":"AssumedRole","principalId":{{RecordWriter.Quote(role.Id + ":" + session)}},"arn":{{RecordWriter.Quote(role.SessionArn(session))}},"accountId":"{{role.Account}}","accessKeyId":"{{accessKey}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"{{role.Id}}","arn":"{{role.Arn}}","accountId":"{{role.Account}}","userName":"{{role.Name}}"},"webIdFederationData":{},"attributes":{"creationDate":"{{RecordWriter.Stamp(since)}}","mfaAuthenticated":"{{(mfa ? "true" : "false")}}"}{{more}}"""
            + "}}",
    };

    /// <summary>The same session through CloudFormation, which calls on its behalf.</summary>
    public Caller Through(string service) => this with
    {
        Address = service,
        Agent = service,
        FromConsole = false,
        ThroughService = true,
        IdentityJson = IdentityJson[..^1] + $$""","invokedBy":"{{service}}"}""",
    };

    /// <summary>The account's root user in the console.</summary>
    public static Caller Root(string account, DateTime since, string address, string agent) => new()
    {
        Arn = $"arn:aws:iam::{account}:root",
        Address = address,
        Agent = agent,
        FromConsole = true,
        IdentityJson = $$"""{"type":"Root","principalId":"{{account}}","arn":"arn:aws:iam::{{account}}:root","accountId":"{{account}}","accessKeyId":"","sessionContext":{"sessionIssuer":{},"webIdFederationData":{},"attributes":{"creationDate":"{{RecordWriter.Stamp(since)}}","mfaAuthenticated":"true"}""" + "}}",
    };

    /// <summary>A federated user, as sts:GetFederationToken makes one.</summary>
    public static Caller Federated(string account, string userId, string user, string name, string accessKey, DateTime since, string address, string agent) => new()
    {
        Arn = $"arn:aws:sts::{account}:federated-user/{name}",
        AccessKeyId = accessKey,
        Address = address,
        Agent = agent,
        IdentityJson = $$"""{"type":"FederatedUser","principalId":"{{account}}:{{name}}","arn":"arn:aws:sts::{{account}}:federated-user/{{name}}","accountId":"{{account}}","accessKeyId":"{{accessKey}}","sessionContext":{"sessionIssuer":{"type":"IAMUser","principalId":"{{userId}}","arn":"arn:aws:iam::{{account}}:user/{{user}}","accountId":"{{account}}","userName":"{{user}}"},"attributes":{"creationDate":"{{RecordWriter.Stamp(since)}}","mfaAuthenticated":"false"}""" + "}}",
    };

    /// <summary>An AWS service in its own name.</summary>
    public static Caller Service(string service) => new()
    {
        Arn = service,
        Address = service,
        Agent = service,
        ThroughService = true,
        IdentityJson = $$"""{"type":"AWSService","invokedBy":"{{service}}"}""",
    };

    /// <summary>A user with a long-term access key.</summary>
    public static Caller User(string account, string id, string name, string accessKey, string address, string agent) => new()
    {
        Arn = $"arn:aws:iam::{account}:user/{name}",
        AccessKeyId = accessKey,
        Address = address,
        Agent = agent,
        IdentityJson = $$"""{"type":"IAMUser","principalId":"{{id}}","arn":"arn:aws:iam::{{account}}:user/{{name}}","accountId":"{{account}}","accessKeyId":"{{accessKey}}","userName":"{{name}}"}""",
    };
}
