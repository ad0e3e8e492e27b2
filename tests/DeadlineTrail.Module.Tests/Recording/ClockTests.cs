using System;
using System.Collections;
using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Recording;

/// <summary>A clock that differs from AWS's.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData(-3, "3 minutes fast")]
    [InlineData(4, "4 minutes slow")]
    public async Task A_clock_that_is_wrong_is_said_to_be(int minutes, string said)
    {
        await using var aws = await LoopbackAws.StartAsync(options => options.Clock = new Ahead(TimeSpan.FromMinutes(minutes)));
        using var module = new ModuleHost();
        module.Set("aws", new Hashtable { ["AccessKey"] = aws.Key.AccessKeyId, ["SecretKey"] = aws.Key.SecretAccessKey, ["EndpointUrl"] = aws.Endpoint, ["Region"] = "eu-west-1" });

        var clock = module.Run("Test-DeadlineTrailSource @aws").WithoutErrors().Output.Single(each => (string)each.Properties["Name"].Value == "Clock");

        Assert.Equal(false, clock.Properties["Passed"].Value);
        Assert.Contains(said, (string)clock.Properties["Detail"].Value, StringComparison.Ordinal);
    }

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
