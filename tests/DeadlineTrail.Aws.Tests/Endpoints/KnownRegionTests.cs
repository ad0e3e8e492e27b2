using System;
using System.Linq;
using Amazon;
using DeadlineTrail.Sources.Aws;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Endpoints;

/// <summary>What Tab offers without loading the AWS SDK is what the AWS SDK knows.</summary>
public class KnownRegionTests
{
    [Fact]
    public void The_Regions_that_are_offered_are_those_of_the_SDK() => Assert.Equal(
        RegionEndpoint.EnumerableAllRegions.Select(region => region.SystemName).Where(AwsSession.IsRegion).Order(StringComparer.Ordinal),
        KnownRegions.All.Select(region => region.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_says_where_it_lies() => Assert.All(KnownRegions.All, region => Assert.Equal(RegionEndpoint.GetBySystemName(region.Name).DisplayName, region.Place));
}
