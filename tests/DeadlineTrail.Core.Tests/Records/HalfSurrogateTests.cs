using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Records;

public class HalfSurrogateTests
{
    [Fact]
    public void Half_a_surrogate_pair_in_the_name_of_the_service_makes_no_property_throw()
    {
        var found = SingleRecord.Parse(
            """{"eventTime":"2026-03-02T10:05:00Z","eventName":"GetFarm","eventSource":"\ud800eadline.amazonaws.com"}""", null, 1, false, false);

        Assert.Equal("Unknown", found!.EventClass);
        Assert.Null(found.Access);
    }
}
