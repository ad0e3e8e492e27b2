using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.Noise;

/// <summary>What every account records all day.</summary>
internal static class Everyday
{
    private static readonly string[] Describes =
        ["DescribeInstances", "DescribeInstanceStatus", "DescribeSubnets", "DescribeSecurityGroups", "DescribeImages", "DescribeVolumes"];

    private static readonly string[] Reads = ["GetRole", "ListRolePolicies", "ListAttachedRolePolicies", "GetInstanceProfile", "ListRoles"];

    public static IReadOnlyList<Neighbour> All { get; } =
    [
        new(18, at => at.By(at.InRole(at.Site.HostRole, UserAgents.Worker), "ec2", at.Dice.Pick(Describes),
            $$$"""{"instancesSet":{"items":[{"instanceId":"{{{at.Dice.Instance()}}}"}]},"filterSet":{}}""", true)),
        new(16, at => at.By(Caller.Service("autoscaling.amazonaws.com"), "kms", "Decrypt",
            $$"""{"encryptionContext":{"aws:ebs:id":"vol-0{{at.Dice.Hex(16)}}"},"encryptionAlgorithm":"SYMMETRIC_DEFAULT"}""", true) with
        {
            ResourcesJson = $$"""[{"accountId":"{{at.Site.Account}}","type":"AWS::KMS::Key","ARN":"{{at.Site.KmsKey}}"}]""",
            SharedEventId = at.Dice.Uuid(),
        }),
        new(14, at => Upload(at)),
        new(10, at => at.By(at.InRole(at.Site.FleetRole, UserAgents.Worker), "logs", "CreateLogStream",
            $$"""{"logGroupName":"/aws/deadline/farm-{{at.Dice.Hex(32)}}/queue-{{at.Dice.Hex(32)}}","logStreamName":"session-{{at.Dice.Hex(32)}}"}""", false)),
        new(9, at => AssumeRole(at)),
        new(8, at => at.By(at.Admin(UserAgents.AwsCli("cloudformation.describe-stacks")), "cloudformation", "DescribeStacks",
            $$"""{"stackName":"{{at.Site.Name}}-farm"}""", true)),
        new(6, at => at.By(at.Admin(UserAgents.AwsCli("iam.get-role")), "iam", at.Dice.Pick(Reads),
            $$"""{"roleName":"{{at.Site.FleetRole.Name}}"}""", true) with { Region = "us-east-1" }),
        new(6, at => at.By(Caller.Service("config.amazonaws.com"), "s3", "GetBucketAcl",
            $$"""{"bucketName":"{{at.Site.Bucket}}","Host":"{{at.Site.Bucket}}.s3.{{at.Region}}.amazonaws.com","acl":""}""", true) with
        {
            AdditionalJson = $$"""{"SignatureVersion":"SigV4","CipherSuite":"ECDHE-RSA-AES128-GCM-SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"{{at.Dice.Hex(40)}}=","bytesTransferredOut":{{at.Dice.Below(2000)}}}""",
        }),
        new(4, at => at.By(at.Admin(UserAgents.AwsCli("cloudtrail.lookup-events")), "cloudtrail", "LookupEvents",
            """{"maxResults":50,"lookupAttributes":[{"attributeKey":"EventSource","attributeValue":"deadline.amazonaws.com"}]}""", true)),
        new(3, at => at.By(Caller.Service("identitystore.amazonaws.com"), "identitystore", "DescribeUser",
            $$"""{"identityStoreId":"{{at.Desk.IdentityStoreId}}","userId":"{{at.Dice.Uuid()}}"}""", true)),
        new(3, at => RunInstances(at)),
        new(2, at => at.By(at.InRole(at.Site.HostRole, UserAgents.Worker), "ssm", "GetParameter", """{"name":"/studio/licence-server"}""", true) with
        {
            ErrorCode = "AccessDenied",
            ErrorMessage = $"User: {at.Site.HostRole.SessionArn(at.Dice.Instance())} is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:{at.Region}:{at.Site.Account}:parameter/studio/licence-server because no identity-based policy allows the ssm:GetParameter action",
        }),
    ];

    private static TrailRecord Upload(Surroundings at)
    {
        string key = $"Lighting/Data/{at.Dice.Hex(32)}.xxh128";
        return at.By(at.InRole(at.Site.QueueRole, UserAgents.JobAttachments), "s3", at.Dice.Chance(0.5) ? "GetObject" : "PutObject",
            $$"""{"bucketName":"{{at.Site.Bucket}}","Host":"{{at.Site.Bucket}}.s3.{{at.Region}}.amazonaws.com","key":"{{key}}"}""", at.Dice.Chance(0.5)) with
        {
            Management = false,
            Category = "Data",
            ResourcesJson = $$"""[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::{{at.Site.Bucket}}/{{key}}"},{"accountId":"{{at.Site.Account}}","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::{{at.Site.Bucket}}"}]""",
        };
    }

    private static TrailRecord AssumeRole(Surroundings at)
    {
        string instance = at.Dice.Instance();
        return at.By(Caller.Service("ec2.amazonaws.com"), "sts", "AssumeRole",
            $$"""{"roleArn":"{{at.Site.HostRole.Arn}}","roleSessionName":"{{instance}}"}""", true,
            $$$"""{"credentials":{"accessKeyId":"{{{at.Dice.TemporaryKey()}}}","sessionToken":"{{{at.Dice.Letters("ABCDEFabcdef0123456789+/", 400)}}}","expiration":"Mar 2, 2026, 3:14:15 PM"},"assumedRoleUser":{"assumedRoleId":"{{{at.Site.HostRole.Id}}}:{{{instance}}}","arn":"{{{at.Site.HostRole.SessionArn(instance)}}}"}}""") with
        {
            ResourcesJson = $$"""[{"accountId":"{{at.Site.Account}}","type":"AWS::IAM::Role","ARN":"{{at.Site.HostRole.Arn}}"}]""",
            SharedEventId = at.Dice.Uuid(),
        };
    }

    private static TrailRecord RunInstances(Surroundings at) => at.By(
        Caller.Service("autoscaling.amazonaws.com"), "ec2", "RunInstances",
        $$"""{"instancesSet":{"items":[{"imageId":"ami-0{{at.Dice.Hex(16)}}","minCount":1,"maxCount":1}]},"instanceType":"c7i.8xlarge","blockDeviceMapping":{},"monitoring":{"enabled":false},"tagSpecificationSet":{"items":[{"resourceType":"instance","tags":[{"key":"Name","value":"render"},{"key":"spot","value":true}]}]},"clientToken":"{{at.Dice.Uuid()}}"}""",
        false,
        $$$"""{"requestId":"{{{at.Dice.Uuid()}}}","reservationId":"r-0{{{at.Dice.Hex(16)}}}","ownerId":"{{{at.Site.Account}}}","groupSet":{},"instancesSet":{"items":[{"instanceId":"{{{at.Dice.Instance()}}}","imageId":"ami-0{{{at.Dice.Hex(16)}}}","instanceState":{"code":0,"name":"pending"},"privateIpAddress":"{{{at.Dice.PrivateAddress()}}}","launchTime":1772444700000,"networkInterfaceSet":{"items":[{"networkInterfaceId":"eni-0{{{at.Dice.Hex(16)}}}","attachment":{"deviceIndex":0,"deleteOnTermination":true},"privateIpAddressesSet":{"item":[{"primary":true,"privateIpAddress":"{{{at.Dice.PrivateAddress()}}}"}]}}]}}]}}""");
}
