using DeadlineTrail.Deadline.Identifiers;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Identifiers;

/// <summary>Which of several identifiers a call was about.</summary>
public class PrimaryIdentifierTests
{
    [Fact]
    public void The_top_of_the_request_comes_first()
    {
        RecordIdentifiers identifiers = Ids.Read(
            request: $$"""{"items":[{"jobId":"{{Ids.OtherJob}}"}],"jobId":"{{Ids.Job}}"}""",
            response: $$"""{"jobId":"{{Ids.OtherJob}}"}""",
            resources: $$"""[{"ARN":"{{Ids.ArnStart}}farm/{{Ids.Farm}}/queue/{{Ids.Queue}}/job/{{Ids.OtherJob}}"}]""",
            errorMessage: $"no {Ids.OtherJob}");

        Assert.Equal(Ids.Job, identifiers[IdentifierKind.Job]);
        Assert.Equal([Ids.OtherJob, Ids.Job], identifiers.Values(IdentifierKind.Job));
    }

    [Theory]
    [InlineData("""{"description":"again: JOB","jobId":"JOB"}""")]
    [InlineData("""{"jobs":[{"jobId":"JOB"},{"jobId":"job-other"}],"jobId":"JOB"}""")]
    [InlineData("""{"jobId":"JOB","sourceJobId":"JOB"}""")]
    public void An_identifier_in_several_places_counts_for_the_best_of_them(string request)
    {
        Assert.Equal(Ids.Job, Ids.Read(request.Replace("JOB", Ids.Job, System.StringComparison.Ordinal))[IdentifierKind.Job]);
    }

    [Fact]
    public void A_resource_comes_before_the_response_and_the_response_before_the_text_of_an_error()
    {
        string resources = $$"""[{"accountId":"111122223333","type":"AWS::Deadline::Job","ARN":"{{Ids.ArnStart}}farm/{{Ids.Farm}}/queue/{{Ids.Queue}}/job/{{Ids.Job}}"}]""";
        string response = $$"""{"jobId":"{{Ids.OtherJob}}"}""";

        Assert.Equal(Ids.Job, Ids.Read(resources: resources, response: response)[IdentifierKind.Job]);
        Assert.Equal(Ids.OtherJob, Ids.Read(response: response, errorMessage: "no " + Ids.Job)[IdentifierKind.Job]);
        Assert.Equal(Ids.Job, Ids.Read(errorMessage: "no " + Ids.Job)[IdentifierKind.Job]);
    }

    [Theory]
    [InlineData("ARN")]
    [InlineData("arn")]
    public void The_parts_of_a_resources_ARN_are_properties(string key)
    {
        RecordIdentifiers identifiers = Ids.Read(resources: $$"""[{"type":"AWS::Deadline::Job","{{key}}":"{{Ids.ArnStart}}farm/{{Ids.Farm}}/queue/{{Ids.Queue}}/job/{{Ids.Job}}"}]""");

        Assert.Equal([(IdentifierKind.Farm, Ids.Farm), (IdentifierKind.Queue, Ids.Queue), (IdentifierKind.Job, Ids.Job)], Ids.Primary(identifiers));
    }

    [Fact]
    public void A_batch_is_about_what_its_items_have_in_common()
    {
        RecordIdentifiers identifiers = Ids.Read(
            request: $$"""{"jobs":[{"farmId":"{{Ids.Farm}}","queueId":"{{Ids.Queue}}","jobId":"{{Ids.Job}}","lifecycleStatus":"ARCHIVED"},{"farmId":"{{Ids.Farm}}","queueId":"{{Ids.Queue}}","jobId":"{{Ids.OtherJob}}"}]}""",
            eventName: "BatchUpdateJob");

        Assert.Equal([(IdentifierKind.Farm, Ids.Farm), (IdentifierKind.Queue, Ids.Queue)], Ids.Primary(identifiers));
        Assert.True(identifiers.Mentions(IdentifierKind.Job, Ids.Job));
        Assert.True(identifiers.Mentions(IdentifierKind.Job, Ids.OtherJob));
        Assert.Equal([Ids.Farm, Ids.Queue, Ids.Job, Ids.OtherJob], identifiers.All);
    }

    [Fact]
    public void A_batch_of_one_is_about_that_one()
    {
        RecordIdentifiers identifiers = Ids.Read($$"""{"jobs":[{"farmId":"{{Ids.Farm}}","queueId":"{{Ids.Queue}}","jobId":"{{Ids.Job}}"}]}""");

        Assert.Equal(Ids.Job, identifiers[IdentifierKind.Job]);
    }

    [Theory]
    // A copy's source, a list's answer, a worker's next tasks: named, but not what the call was about.
    [InlineData("""{"farmId":"F","queueId":"Q","sourceJobId":"JOB"}""", null)]
    [InlineData(null, """{"jobs":[{"jobId":"JOB"}]}""")]
    [InlineData(null, """{"assignedSessions":{"session-x":{"queueId":"Q","jobId":"JOB","sessionActions":[]}},"updateIntervalSeconds":15}""")]
    [InlineData("""{"description":"again: JOB"}""", null)]
    [InlineData("""{"dependencies":["JOB"]}""", null)]
    public void What_is_only_named_is_a_mention_and_no_property(string? request, string? response)
    {
        RecordIdentifiers identifiers = Ids.Read(
            request?.Replace("JOB", Ids.Job, System.StringComparison.Ordinal), response?.Replace("JOB", Ids.Job, System.StringComparison.Ordinal));

        Assert.Null(identifiers[IdentifierKind.Job]);
        Assert.True(identifiers.Mentions(IdentifierKind.Job, Ids.Job));
    }

    // Users choose the keys of tags.
    [Fact]
    public void A_tag_called_jobId_names_no_job_by_being_called_so()
    {
        RecordIdentifiers identifiers = Ids.Read(
            $$"""{"resourceArn":"{{Ids.ArnStart}}farm/{{Ids.Farm}}","tags":{"jobId":"{{Ids.Job}}","queueId":"main","displayName":"x"},"queueId":"{{Ids.Queue}}"}""",
            eventName: "TagResource");

        Assert.Equal([(IdentifierKind.Farm, Ids.Farm), (IdentifierKind.Queue, Ids.Queue)], Ids.Primary(identifiers));
        Assert.True(identifiers.Mentions(IdentifierKind.Job, Ids.Job));
        Assert.False(identifiers.Mentions("main"));
        Assert.Null(identifiers.ResourceName);
    }

    [Theory]
    // aws-deadline/deadline-cloud, pull request 264: the queue's own id was empty when it was denied.
    [InlineData("User: arn:aws:sts::111122223333:assumed-role/Studio/DeadlineSession-x is not authorized to perform: deadline:ListQueueEnvironments on resource: arn:aws:deadline:us-west-2:111122223333:farm//queue/", null, null, null)]
    [InlineData("User: arn:aws:sts::111122223333:assumed-role/Studio/x is not authorized to perform: deadline:GetJob on resource: arn:aws:deadline:us-west-2:111122223333:farm/FARM/queue/QUEUE/job/JOB because no identity-based policy allows the deadline:GetJob action", "FARM", "QUEUE", "JOB")]
    [InlineData("User: x is not authorized to perform: deadline:GetQueue on resource: arn:aws:deadline:us-west-2:111122223333:farm//queue/QUEUE.", null, "QUEUE", null)]
    [InlineData("not authorized on \"arn:aws:deadline:us-west-2:111122223333:farm/FARM\"", "FARM", null, null)]
    [InlineData("Queue QUEUE in farm FARM is in use by JOB", "FARM", "QUEUE", "JOB")]
    [InlineData("arn:arn:aws:deadline:us-west-2:1:farm/FARM", "FARM", null, null)]
    [InlineData("arn:", null, null, null)]
    [InlineData("Rate exceeded", null, null, null)]
    public void Denials_tell_what_was_denied(string message, string? farm, string? queue, string? job)
    {
        message = message.Replace("FARM", Ids.Farm, System.StringComparison.Ordinal).Replace("QUEUE", Ids.Queue, System.StringComparison.Ordinal).Replace("JOB", Ids.Job, System.StringComparison.Ordinal);

        RecordIdentifiers identifiers = Ids.Read(request: "null", errorMessage: message);

        Assert.Equal((farm is null, queue is null, job is null), (identifiers[IdentifierKind.Farm] is null, identifiers[IdentifierKind.Queue] is null, identifiers[IdentifierKind.Job] is null));
        Assert.Equal((farm is null ? null : Ids.Farm, queue is null ? null : Ids.Queue, job is null ? null : Ids.Job), (identifiers[IdentifierKind.Farm], identifiers[IdentifierKind.Queue], identifiers[IdentifierKind.Job]));
    }

    // A mistyped id has no shape; in the ARN of the denial it still stands in its place.
    [Fact]
    public void A_mistyped_identifier_in_a_denied_ARN_is_shown()
    {
        RecordIdentifiers identifiers = Ids.Read(errorMessage: "not authorized to perform: deadline:GetFarm on resource: arn:aws:deadline:us-west-2:111122223333:farm/mine");

        Assert.Equal("mine", identifiers[IdentifierKind.Farm]);
    }

    [Theory]
    [InlineData("batch.amazonaws.com", """{"jobId":"1234","queueId":"q"}""", null)]
    [InlineData("s3.amazonaws.com", """{"bucketName":"b","key":"DeadlineCloud/Manifests/FARM/QUEUE/Inputs/x_input"}""", "FARM")]
    [InlineData("logs.amazonaws.com", """{"logGroupName":"/aws/deadline/FARM/QUEUE","logStreamName":"session-1"}""", "FARM")]
    public void In_other_services_only_the_shape_counts(string eventSource, string request, string? farm)
    {
        RecordIdentifiers identifiers = Ids.Read(
            request.Replace("FARM", Ids.Farm, System.StringComparison.Ordinal).Replace("QUEUE", Ids.Queue, System.StringComparison.Ordinal), eventSource: eventSource);

        Assert.Equal((farm is null ? null : Ids.Farm, farm is null ? null : Ids.Queue), (identifiers[IdentifierKind.Farm], identifiers[IdentifierKind.Queue]));
        Assert.Equal(farm is null ? 0 : 2, identifiers.All.Count);
    }
}
