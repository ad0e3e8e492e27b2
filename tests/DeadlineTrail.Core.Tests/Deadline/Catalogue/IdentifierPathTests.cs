using DeadlineTrail.Deadline;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Catalogue;

public sealed class IdentifierPathTests
{
    [Theory]
    [InlineData("jobId", "jobId")]
    [InlineData("jobs[].jobId", "jobId")]
    [InlineData("identifiers[].jobDetails.jobId", "jobId")]
    [InlineData("assignedSessions{}.jobId", "jobId")]
    [InlineData("queueIds[]", "queueIds")]
    [InlineData("assignedSessions{key}", "assignedSessions")]
    [InlineData("cancelSessionActions{}[]", "cancelSessionActions")]
    public void The_name_of_a_place_is_the_last_one_in_it(string path, string name) => Assert.Equal(name, IdentifierPath.Name(path));
}
