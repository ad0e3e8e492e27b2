using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Identifiers;

public class CalledResourceTests
{
    private const string FarmAndQueue = $"\"farmId\":\"{Ids.Farm}\",\"queueId\":\"{Ids.Queue}\"";

    [Theory]
    [InlineData("UpdateJob", $$"""{{{FarmAndQueue}},"jobId":"{{Ids.Job}}"}""", null, "Job", Ids.Job)]
    [InlineData("CreateJob", $$"""{{{FarmAndQueue}}}""", $$"""{"jobId":"{{Ids.Job}}"}""", "Job", Ids.Job)]
    [InlineData("CreateJob", $$"""{{{FarmAndQueue}}}""", null, "Job", null)]
    [InlineData("DeleteQueue", $$"""{{{FarmAndQueue}}}""", null, "Queue", Ids.Queue)]
    [InlineData("CreateFarm", """{"displayName":"x"}""", $$"""{"farmId":"{{Ids.Farm}}"}""", "Farm", Ids.Farm)]
    [InlineData("CreateQueueFleetAssociation", $$"""{{{FarmAndQueue}},"fleetId":"{{Ids.Fleet}}"}""", null, "QueueFleetAssociation", Ids.Queue + "/" + Ids.Fleet)]
    [InlineData("DeleteQueueLimitAssociation", $$"""{{{FarmAndQueue}},"limitId":"{{Ids.Limit}}"}""", null, "QueueLimitAssociation", Ids.Queue + "/" + Ids.Limit)]
    [InlineData("ListQueueFleetAssociations", $$"""{"farmId":"{{Ids.Farm}}"}""", null, "QueueFleetAssociation", null)]
    [InlineData("AssociateMemberToQueue", $$"""{{{FarmAndQueue}},"principalId":"{{Ids.Principal}}"}""", null, "QueueMember", Ids.Principal)]
    [InlineData("PutMeteredProduct", $$"""{"licenseEndpointId":"{{Ids.LicenseEndpoint}}","productId":"maya-2024"}""", null, "MeteredProduct", "maya-2024")]
    [InlineData("AssumeQueueRoleForUser", $$"""{{{FarmAndQueue}}}""", null, "QueueRoleCredentials", Ids.Queue)]
    [InlineData("CopyJobTemplate", $$"""{{{FarmAndQueue}},"jobId":"{{Ids.Job}}"}""", null, "JobTemplate", Ids.Job)]
    [InlineData("TagResource", $$"""{"resourceArn":"{{Ids.ArnStart}}farm/{{Ids.Farm}}/queue/{{Ids.Queue}}"}""", null, "Queue", Ids.Queue)]
    [InlineData("FreezeJob", $$"""{{{FarmAndQueue}},"jobId":"{{Ids.Job}}"}""", null, "Job", Ids.Job)]
    [InlineData("FreezeFarm", "null", null, null, null)]
    public void The_catalogue_tells_the_type_and_the_record_its_identifier(string eventName, string request, string? response, string? type, string? id)
    {
        OperationCatalogue.Current.TryGet(eventName, out TrailAction? action);

        CalledResource resource = Ids.Read(request, response, eventName: eventName).Resource(action?.ResourceType);

        Assert.Equal((type, id), (resource.Type, resource.Id));
    }

    [Theory]
    [InlineData("CreateFarm", """{"displayName":"Main farm"}""", null, "Main farm")]
    [InlineData("UpdateQueue", """{"displayName":"Nuit \u00e9toil\u00e9e \ud83c\udf19"}""", null, "Nuit étoilée 🌙")]
    [InlineData("UpdateJob", """{"name":"shot 010"}""", null, "shot 010")]
    [InlineData("CreateJob", """{"nameOverride":"shot 020"}""", null, "shot 020")]
    [InlineData("GetJob", "{}", """{"name":"shot 030"}""", "shot 030")]
    [InlineData("GetFarm", "{}", """{"displayName":"Main farm"}""", "Main farm")]
    [InlineData("UpdateFarm", """{"displayName":"New"}""", """{"displayName":"Old"}""", "New")]
    [InlineData("BatchUpdateJob", """{"jobs":[{"jobId":"job-1","name":"shot 040"}]}""", null, "shot 040")]
    [InlineData("BatchUpdateJob", """{"jobs":[{"jobId":"job-1","name":"shot 040"},{"jobId":"job-2"}]}""", null, null)]
    // A name to search for, a name of something else, a hidden or an empty one, another service's.
    [InlineData("ListFleets", """{"displayName":"gpu"}""", null, null)]
    [InlineData("CreateQueue", """{"jobRunAsUser":{"displayName":"x","name":"y"}}""", null, null)]
    [InlineData("CreateQueue", """{"name":"not a field of this call"}""", null, null)]
    [InlineData("UpdateFarm", """{"displayName":"HIDDEN_DUE_TO_SECURITY_REASONS"}""", null, null)]
    [InlineData("UpdateFarm", """{"displayName":""}""", null, null)]
    [InlineData("UpdateFarm", """{"displayName":17}""", null, null)]
    public void The_display_name_is_taken_from_the_field_that_has_it(string eventName, string request, string? response, string? name)
    {
        Assert.Equal(name, Ids.Read(request, response, eventName: eventName).Resource("Farm").Name);
    }

    [Fact]
    public void Another_services_display_name_is_none()
    {
        Assert.Null(Ids.Read("""{"displayName":"topic"}""", eventName: "CreateTopic", eventSource: "sns.amazonaws.com").ResourceName);
    }
}
