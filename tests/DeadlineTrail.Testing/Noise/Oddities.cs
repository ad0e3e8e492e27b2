using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.Noise;

/// <summary>Shapes that were measured in genuine logs and that a reader must not stumble over.</summary>
internal static class Oddities
{
    public static IReadOnlyList<Neighbour> All { get; } =
    [
        // Keys that differ only by case, and a tag's value that became a boolean.
        new(2, at => at.By(Terraform(at), "s3", "PutBucketTagging",
            $$$$"""{"Tagging":{"xmlns":"http://s3.amazonaws.com/doc/2006-03-01/","TagSet":{"Tag":{"Value":true,"Key":"studio"}}},"tagging":"","bucketName":"{{{{at.Site.Bucket}}}}","Host":"{{{{at.Site.Bucket}}}}.s3.amazonaws.com"}""", false) with
        {
            Agent = "[APN/1.0 HashiCorp/1.0 Terraform/1.9.8]",
            ResourcesJson = $$"""[{"accountId":"{{at.Site.Account}}","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::{{at.Site.Bucket}}"}]""",
        }),
        new(1, at => at.By(Terraform(at), "ec2", "CreateNatGateway",
            $$$$"""{"CreateNatGatewayRequest":{"ConnectivityType":"public","SubnetId":"subnet-0{{{{at.Dice.Hex(16)}}}}","TagSpecification":{"ResourceType":"natgateway","tag":1,"Tag":[{"Value":true,"tag":1,"Key":"studio"}]}}}""", false)),

        // No userIdentity.type.
        new(2, at => at.By(Caller.Service("secretsmanager.amazonaws.com"), "secretsmanager", "EndSecretVersionDelete", null, false) with
        {
            IdentityJson = $$"""{"accountId":"{{at.Site.Account}}","invokedBy":"secretsmanager.amazonaws.com"}""",
            EventType = "AwsServiceEvent",
            RequestId = "SecretDeleteMessage:studio:2026-03-02T12:07:00Z:Forced",
        }),

        // An ARN prefix where an ARN is expected.
        new(1, at => at.By(at.InRole(at.Site.QueueRole, UserAgents.JobAttachments), "s3", "ListObjects",
            $$"""{"list-type":"2","bucketName":"{{at.Site.Bucket}}","prefix":"Lighting/","Host":"{{at.Site.Bucket}}.s3.amazonaws.com"}""", true) with
        {
            Management = false,
            Category = "Data",
            ResourcesJson = $$"""[{"type":"AWS::S3::Object","ARNPrefix":"arn:aws:s3:::{{at.Site.Bucket}}/Lighting/"}]""",
        }),

        // A part that was too large, in the two types its values have been seen in.
        new(1, at => at.By(at.Admin(UserAgents.AwsCli("s3api.put-bucket-policy")), "iam", "PutRolePolicy",
            """{"reason":"requestParameters too large","omitted":"true","originalSize":"149893"}""", false) with { Region = "us-east-1" }),
        new(1, at => at.By(at.Admin(UserAgents.AwsCli("ec2.describe-instance-types")), "ec2", "DescribeInstanceTypes",
            """{"reason":"requestParameters too large","omitted":true,"originalSize":102401}""", true)),

        // A record whose Region is not that of the folder it lies in.
        new(1, at => at.By(at.Admin(UserAgents.AwsCli("iam.list-roles")), "iam", "ListRoles", null, true) with
        {
            Region = "us-east-1",
            FolderRegion = at.Region,
        }),

        // A message without a code, a code without a message, and a code that is none.
        new(1, at => at.By(at.Admin(UserAgents.Pipeline), "grafana", "login_auth_sso", null, false) with
        {
            Address = at.Dice.PublicAddress() + ", " + at.Dice.PrivateAddress(),
            ErrorCode = "200",
        }),
        new(1, at => at.By(at.InRole(at.Site.HostRole, UserAgents.Worker), "ec2", "TerminateInstances",
            $$$"""{"instancesSet":{"items":[{"instanceId":"{{{at.Dice.Instance()}}}"}]}}""", false) with { ErrorMessage = "Request would have succeeded, but DryRun flag is set." }),

        // The root user in the console: an empty issuer.
        new(1, at => at.By(Caller.Service("AWS Internal"), "health", "DescribeEventAggregates", """{"aggregateField":"eventTypeCategory"}""", true) with
        {
            IdentityJson = $$$"""{"type":"Root","principalId":"{{{at.Site.Account}}}","arn":"arn:aws:iam::{{{at.Site.Account}}}:root","accountId":"{{{at.Site.Account}}}","accessKeyId":"","sessionContext":{"sessionIssuer":{},"webIdFederationData":{},"attributes":{"creationDate":"{{{RecordWriter.Stamp(at.Time)}}}","mfaAuthenticated":"true"}},"invokedBy":"AWS Internal"}""",
            FromConsole = true,
        }),

        // Signing in to WorkSpaces looks like signing in to the monitor but for LoginTo.
        new(2, at => at.By(Caller.Service("AWS Internal"), "signin", "UserAuthentication", null, false) with
        {
            IdentityJson = $$"""{"type":"Unknown","principalId":"{{at.Desk.Account}}","arn":"","accountId":"{{at.Desk.Account}}","accessKeyId":"","userName":"workstation-{{at.Dice.Between(1, 40)}}"}""",
            Account = at.Desk.Account,
            Region = at.Desk.Region,
            EventType = "AwsServiceEvent",
            Agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) WorkSpacesClient/5.24",
            AdditionalJson = $$"""{"AuthWorkflowID":"{{at.Dice.Uuid()}}","LoginTo":"https://clients.amazonaws.com/workspaces","CredentialType":"PASSWORD"}""",
            ServiceDetailsJson = """{"UserAuthentication":"Success"}""",
        }),

        // Anonymous reading of a public bucket.
        new(1, at => at.By(Caller.Service("AWS Internal"), "s3", "GetObject", $$"""{"bucketName":"{{at.Site.Name}}-press","key":"showreel.mp4"}""", true) with
        {
            IdentityJson = """{"type":"AWSAccount","principalId":"","accountId":"anonymous"}""",
            Address = at.Dice.PublicAddress(),
            Agent = "[curl/8.12.1]",
            Management = false,
            Category = "Data",
        }),

        // A policy document as a string, with characters outside ASCII and outside the basic plane.
        new(1, at => at.By(at.Admin(UserAgents.PowerShell), "iam", "CreatePolicy",
            """{"policyName":"render","description":"Für den Höhenflug \ud83c\udfac 映像","policyDocument":"{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\"Effect\":\"Allow\",\"Action\":\"deadline:*\",\"Resource\":\"*\"}]\n}"}""", false) with { Region = "us-east-1" }),
    ];

    private static Caller Terraform(Surroundings at) => at.Admin("APN/1.0 HashiCorp/1.0 Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-aws/5.84.0");
}
