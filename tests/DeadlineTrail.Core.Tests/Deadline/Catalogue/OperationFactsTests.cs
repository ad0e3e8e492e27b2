using System;
using System.Linq;
using DeadlineTrail.Deadline;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Catalogue;

/// <summary>Single operations, held against what AWS's pages, policies and model say of them.</summary>
public sealed class OperationFactsTests
{
    // The data events of "Logging Deadline Cloud API calls using AWS CloudTrail", complete. That page prints AWS::Deadline::Fleet for
    // SearchJobs; the table in CloudTrail's own "Logging data events" has AWS::Deadline::Queue.
    [Theory]
    [InlineData("AWS::Deadline::Fleet", "SearchWorkers")]
    [InlineData("AWS::Deadline::Queue", "SearchJobs")]
    [InlineData("AWS::Deadline::Worker", "BatchGetJobEntity GetWorker ListSessionsForWorker ListWorkers UpdateWorkerSchedule")]
    [InlineData("AWS::Deadline::Job", "CopyJobTemplate CreateJob GetJob GetSession GetSessionAction GetStep GetTask ListJobParameterDefinitions ListJobs ListSessionActions "
        + "ListSessions ListStepConsumers ListStepDependencies ListSteps ListTasks SearchSteps SearchTasks UpdateJob UpdateSession UpdateStep UpdateTask")]
    public void Data_events_are_recorded_under_their_resource_type(string resourceType, string names) =>
        Assert.Equal(names.Split(' '), OperationCatalogue.Current.Actions.Where(action => action.CloudTrailResourceType == resourceType).Select(action => action.Name));

    [Fact]
    public void What_AWS_lists_nowhere_stays_unknown_and_says_so()
    {
        string[] unlisted =
        [
            "BatchGetJob", "BatchGetSession", "BatchGetSessionAction", "BatchGetStep", "BatchGetTask", "BatchGetWorker", "BatchUpdateJob", "BatchUpdateTask",
            "DeleteVolume", "GetMonitorSettings", "GetVolume", "ListVolumes", "UpdateMonitorSettings",
        ];

        TrailAction[] unknown = [.. OperationCatalogue.Current.Actions.Where(action => action.EventClass == "Unknown")];

        Assert.Equal(unlisted, unknown.Select(action => action.Name));
        Assert.All(unknown, action => Assert.Contains("a guess", action.Note, StringComparison.Ordinal));
    }

    // The HTTP method is no guide: Assume* are GET, Search* and StartSessionsStatisticsAggregation are POST.
    [Theory]
    [InlineData("StartSessionsStatisticsAggregation", "Read", "Read")]
    [InlineData("SearchJobs", "Read", "Read")]
    [InlineData("BatchGetJobEntity", "Read", "Read")]
    [InlineData("ListTagsForResource", "Read", "Read")]
    [InlineData("ListJobs", "Read", "List")]
    [InlineData("CopyJobTemplate", "Write", "Write")]
    [InlineData("TagResource", "Write", "Tagging")]
    [InlineData("AssociateMemberToFarm", "Write", "Permissions management")]
    [InlineData("DisassociateMemberFromJob", "Write", "Permissions management")]
    public void Access_follows_the_model_and_the_Service_Authorization_Reference(string name, string access, string level)
    {
        TrailAction action = Get(name);

        Assert.Equal((access, level), (action.Access, action.AccessLevel));
        Assert.DoesNotContain("Access", action.Inferred);
    }

    [Theory]
    [InlineData("AssumeFleetRoleForRead")]
    [InlineData("AssumeFleetRoleForWorker")]
    [InlineData("AssumeQueueRoleForRead")]
    [InlineData("AssumeQueueRoleForUser")]
    [InlineData("AssumeQueueRoleForWorker")]
    public void What_CloudTrail_says_of_handing_out_credentials_is_inferred(string name)
    {
        TrailAction action = Get(name);

        Assert.Equal(("Management", "Write"), (action.EventClass, action.Access));
        Assert.Contains("Access", action.Inferred);
    }

    // The AWSDeadlineCloud-UserAccess* managed policies.
    [Theory]
    [InlineData("UpdateBudget", "OWNER")]
    [InlineData("StartSessionsStatisticsAggregation", "OWNER")]
    [InlineData("UpdateJob", "MANAGER")]
    [InlineData("ListFarmMembers", "MANAGER")]
    [InlineData("AssociateMemberToQueue", "MANAGER")]
    [InlineData("CreateJob", "CONTRIBUTOR")]
    [InlineData("AssumeQueueRoleForUser", "CONTRIBUTOR")]
    [InlineData("AssumeQueueRoleForRead", "VIEWER")]
    [InlineData("GetJob", "VIEWER")]
    [InlineData("DeleteQueue", null)]
    [InlineData("UpdateFleet", null)]
    [InlineData("TagResource", null)]
    public void The_membership_level_is_the_lowest_that_the_managed_policies_allow(string name, string? level) =>
        Assert.Equal(level, Get(name).MinimumMembershipLevel);

    // AWSDeadlineCloud-FleetWorker and AWSDeadlineCloud-WorkerHost; DeleteWorker is in the sample policy for customer-managed fleets.
    [Theory]
    [InlineData("UpdateWorkerSchedule", "Worker")]
    [InlineData("AssumeFleetRoleForWorker", "Worker WorkerHost")]
    [InlineData("CreateWorker", "WorkerHost")]
    [InlineData("TagResource", "WorkerHost Administrator")]
    [InlineData("DeleteWorker", "Worker Administrator")]
    [InlineData("DeleteFarm", "Administrator")]
    [InlineData("CreateJob", "MonitorUser Administrator")]
    [InlineData("GetFeatureMap", "")]
    public void Callers_are_those_whose_policies_allow_it(string name, string callers) =>
        Assert.Equal(callers, string.Join(" ", Get(name).CalledBy));

    [Theory]
    [InlineData("BatchUpdateJob", "deadline:UpdateJob")]
    [InlineData("BatchGetSessionAction", "deadline:GetSessionAction")]
    [InlineData("BatchGetJobEntity", "deadline:BatchGetJobEntity")]
    [InlineData("UpdateJob", "deadline:UpdateJob")]
    [InlineData("GetApplicationVersion", "deadline:GetApplicationVersion")]
    [InlineData("GetFeatureMap", null)]
    public void Batches_are_authorized_as_the_single_operation(string name, string? action) => Assert.Equal(action, Get(name).IamAction);

    [Theory]
    [InlineData("CreateJob", "template parameters attachments.manifests[] descriptionOverride")]
    [InlineData("CreateFleet", "description hostConfiguration.scriptBody")]
    [InlineData("UpdateBudget", "description actionsToAdd[].description")]
    [InlineData("BatchUpdateJob", "jobs[].description")]
    [InlineData("UpdateWorkerSchedule", "updatedSessionActions{}.progressMessage")]
    [InlineData("DeleteQueue", "")]
    public void Hidden_request_parameters_are_those_the_model_marks_sensitive(string name, string paths) =>
        Assert.Equal(paths, string.Join(" ", Get(name).SensitiveParameters));

    [Theory]
    [InlineData("DeleteQueue", "farmId queueId", "")]
    [InlineData("CreateQueue", "farmId allowedStorageProfileIds[]", "queueId")]
    [InlineData("CreateJob", "farmId queueId storageProfileId sourceJobId", "jobId")]
    [InlineData("UpdateTask", "farmId queueId jobId stepId taskId", "")]
    [InlineData("DisassociateMemberFromQueue", "farmId queueId principalId", "")]
    [InlineData("PutMeteredProduct", "licenseEndpointId productId", "")]
    [InlineData("BatchUpdateTask", "tasks[].farmId tasks[].queueId tasks[].jobId tasks[].stepId tasks[].taskId", "errors[].farmId errors[].queueId errors[].jobId errors[].stepId errors[].taskId")]
    [InlineData("UntagResource", "resourceArn", "")]
    public void Identifiers_stand_where_the_model_puts_them(string name, string request, string response)
    {
        TrailAction action = Get(name);

        Assert.Equal((request, response), (string.Join(" ", action.RequestIdentifiers), string.Join(" ", action.ResponseIdentifiers)));
    }

    [Fact]
    public void Names_that_other_services_have_too_are_marked() =>
        Assert.Equal(
            ["ListTagsForResource", "TagResource", "UntagResource"],
            OperationCatalogue.Current.Actions.Where(action => action.IsShared).Select(action => action.Name));

    private static TrailAction Get(string name)
    {
        Assert.True(OperationCatalogue.Current.TryGet(name, out TrailAction? action));
        return action;
    }
}
