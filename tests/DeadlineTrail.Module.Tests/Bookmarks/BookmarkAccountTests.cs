using System;
using System.IO;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>Whose Event history a bookmark is of: the account is asked for, once, in a Region that answers.</summary>
public sealed class BookmarkAccountTests : BookmarkedBucket
{
    [Fact]
    public void The_account_of_a_bookmark_is_asked_for_in_a_Region_that_is_named()
    {
        Module.Set("StoredAWSRegion", "");

        Module.Run("Get-DeadlineTrailEvent @aws -Region us-west-2, eu-central-1 -BookmarkPath $mark").WithoutErrors();

        Assert.Contains(Assert.Single(Aws.Requests.All, each => each.Operation == "GetCallerIdentity").Region, new[] { "us-west-2", "eu-central-1" });
        Assert.True(File.Exists(Mark));
    }

    [Fact]
    public void The_account_of_a_bookmark_is_asked_for_in_the_default_Region_first()
    {
        Module.Run("Get-DeadlineTrailEvent @aws -AllRegion -BookmarkPath $mark").WithoutErrors();

        Assert.Equal("eu-west-1", Assert.Single(Aws.Requests.All, each => each.Operation == "GetCallerIdentity").Region);
    }

    [Theory]
    [InlineData("-AllRegion")]
    [InlineData("-Region af-south-1, us-west-2")]
    [InlineData("-Region af-*, us-west-2")]
    public void The_account_of_a_bookmark_is_found_although_the_first_Region_is_not_enabled(string regions)
    {
        Aws.DisabledRegions.Add("af-south-1");
        Module.Set("StoredAWSRegion", "");

        Module.Run($"Get-DeadlineTrailEvent @aws {regions} -BookmarkPath $mark");

        Assert.Contains(Aws.Key.AccountId, File.ReadAllText(Mark), StringComparison.Ordinal);
    }

    [Fact]
    public void The_account_of_credentials_that_nobody_knows_is_one_error()
    {
        Aws.Faults.When("GetCallerIdentity", _ => true, Fault.UnknownKey);

        Assert.Equal("AwsCredentialsUnusable", Id(Module.Run("Get-DeadlineTrailEvent @aws -Region us-west-2, eu-west-1 -BookmarkPath $mark")));

        Assert.False(File.Exists(Mark));
    }
}
