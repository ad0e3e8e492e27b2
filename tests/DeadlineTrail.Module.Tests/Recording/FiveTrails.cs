using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Module.Tests.Recording;

/// <summary>
/// Five trails of different settings on this machine, and the module as built: studio records everything, plain has basic
/// selectors and no bucket, local is of one Region, elsewhere does not reach here, company is the organisation's.
/// </summary>
public abstract class FiveTrails : AgainstLoopback
{
    private protected const string Everything = """
        [{"Name":"Management","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},
         {"Name":"Job","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Job"]}]},
         {"Name":"Queue","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Queue"]}]},
         {"Name":"Fleet","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Fleet"]}]},
         {"Name":"Worker","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Worker"]}]}]
        """;

    private protected override void Prepare()
    {
        Aws.AddBucket("studio-logs", "eu-central-1").Deliver(DeliveredLogs.Key("1005Z_aaaaaaaaaaaaaaaa"), 1, 3);
        Aws.AddTrail(new LoopbackTrail("studio", "us-west-2", "studio-logs")
        {
            AccountId = Aws.Key.AccountId, EventSelectors = null, AdvancedEventSelectors = Everything, LatestDelivery = DateTimeOffset.UtcNow.AddMinutes(-4), StartLogging = DateTimeOffset.UtcNow.AddYears(-2), KmsKeyId = "arn:aws:kms:us-west-2:111122223333:key/k", SnsTopicArn = "arn:aws:sns:us-west-2:111122223333:logs",
        });
        Aws.AddTrail(new LoopbackTrail("plain", "eu-west-1", "no-such-bucket") { AccountId = Aws.Key.AccountId, S3KeyPrefix = "team", LatestDeliveryError = "NoSuchBucket" });
        Aws.AddTrail(new LoopbackTrail("local", "eu-west-1", "studio-logs") { AccountId = Aws.Key.AccountId, IsMultiRegion = false });
        Aws.AddTrail(new LoopbackTrail("elsewhere", "ap-south-1", "far") { AccountId = Aws.Key.AccountId, IsMultiRegion = false });
        Aws.AddTrail(new LoopbackTrail("company", "us-east-1", "company-logs") { AccountId = "999988887777", IsOrganization = true, MemberAccounts = [Aws.Key.AccountId] });
        Module.Set("StoredAWSRegion", "eu-west-1");
    }

    /// <summary>The warnings but for that which says how much is read.</summary>
    private protected static List<string> Gaps(ModuleRun run) => run.Warnings.Where(each => !each.StartsWith("No time is given", StringComparison.Ordinal)).ToList();
}
