using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.History;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.History;

/// <summary>Operations that the catalogue does not know, made up by a caller or by AWS next month, have a history all the same.</summary>
public class UnknownOperationTests
{
    private const string Farm = "farm-00000000000000000000000000000001";

    [Theory]
    [InlineData("AssociateMemberToBudget")]
    [InlineData("AssociateMemberToFarmland")]
    [InlineData("DisassociateMemberFromBudget")]
    [InlineData("PutFarm")]
    [InlineData("PutMeteredProducts")]
    [InlineData("CreateMember")]
    [InlineData("DeleteMember")]
    [InlineData("UpdateBudgetMember")]
    [InlineData("CreateQueueFleetAssociations")]
    [InlineData("BatchPutMember")]
    public void An_operation_that_nobody_knows_is_in_the_history(string eventName)
    {
        var record = $$"""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"deadline.amazonaws.com","eventName":"{{eventName}}","eventID":"A","requestParameters":{"farmId":"{{Farm}}"} }""";
        var events = new[] { SingleRecord.Parse(record, "by hand", 1, false, false)! };

        var answer = new ResourceHistory(new EventListSource(events), new RecordingObserver(), CancellationToken.None).Of([Farm], new HistoryOptions { IncludeChildren = true });

        Assert.Equal("A", answer.Entries.Single().EventId);
        Assert.NotEmpty(answer.Entries.Single().Operation);
    }
}
