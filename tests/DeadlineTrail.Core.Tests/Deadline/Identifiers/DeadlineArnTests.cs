using System.Linq;
using DeadlineTrail.Deadline.Identifiers;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Identifiers;

/// <summary>The forms of the Service Authorization Reference for AWS Deadline Cloud, and the broken ones seen in denials.</summary>
public class DeadlineArnTests
{
    [Theory]
    [InlineData("farm/F", "Farm", "Farm=F")]
    [InlineData("farm/F/queue/Q", "Queue", "Farm=F Queue=Q")]
    [InlineData("farm/F/queue/Q/job/J", "Job", "Farm=F Queue=Q Job=J")]
    [InlineData("farm/F/fleet/L", "Fleet", "Farm=F Fleet=L")]
    [InlineData("farm/F/fleet/L/worker/W", "Worker", "Farm=F Fleet=L Worker=W")]
    [InlineData("farm/F/fleet/L/volume/V", "Volume", "Farm=F Fleet=L Volume=V")]
    [InlineData("farm/F/budget/B", "Budget", "Farm=F Budget=B")]
    [InlineData("license-endpoint/E", "LicenseEndpoint", "LicenseEndpoint=E")]
    [InlineData("monitor/M", "Monitor", "Monitor=M")]
    [InlineData("farm//queue/", "Queue", "")]
    [InlineData("farm//queue/Q", "Queue", "Queue=Q")]
    [InlineData("farm/F/queue", "Queue", "Farm=F")]
    [InlineData("farm/*", "Farm", "")]
    [InlineData("farm/F/comet/C", "Farm", "Farm=F")]
    [InlineData("*", null, "")]
    [InlineData("", null, "")]
    public void Each_form_is_taken_apart(string resource, string? kind, string parts)
    {
        DeadlineArn? arn = DeadlineArn.TryParse("arn:aws-us-gov:deadline:us-gov-west-1:111122223333:" + resource);

        Assert.NotNull(arn);
        Assert.Equal(("aws-us-gov", "us-gov-west-1", "111122223333"), (arn.Partition, arn.Region, arn.AccountId));
        Assert.Equal((kind, parts), (arn.Kind?.ToString(), string.Join(' ', arn.Parts.ToArray().Select(part => part.Kind + "=" + part.Id))));
    }

    [Fact]
    public void A_part_is_found_by_its_kind()
    {
        DeadlineArn? arn = DeadlineArn.TryParse("arn:aws:deadline:us-west-2:111122223333:farm/F/queue/Q");

        Assert.Equal(("F", "Q", null), (arn![IdentifierKind.Farm], arn[IdentifierKind.Queue], arn[IdentifierKind.Job]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("arn:")]
    [InlineData("arn:aws:deadline:us-west-2:111122223333")]
    [InlineData("arn:aws:s3:::bucket/deadline")]
    [InlineData("arn:aws:iam::111122223333:role/deadline")]
    [InlineData("farm/F")]
    [InlineData("ARN:aws:deadline:us-west-2:111122223333:farm/F")]
    public void What_is_no_ARN_of_Deadline_Cloud_is_none(string? text)
    {
        Assert.Null(DeadlineArn.TryParse(text));
    }
}
