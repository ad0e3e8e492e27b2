using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DeadlineTrail.Deadline;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Catalogue;

/// <summary>The catalogue held against a list of the operations made from the same sources by other means.</summary>
public sealed class OperationListAgreementTests
{
    /// <summary>The list has identifiers of other services and of people too.</summary>
    private static readonly HashSet<string> s_notOfDeadline =
    [
        "availabilityZoneId", "ec2InstanceArn", "identityCenterApplicationArn", "identityCenterInstanceArn", "identityStoreId", "kmsKeyArn", "passwordArn",
        "queueRoleArn", "resourceConfigurationArns[]", "roleArn", "securityGroupIds[]", "subnetIds[]", "userId", "userIdentityId", "vpcId",
    ];

    private static readonly Dictionary<string, string> s_callers = new()
    {
        ["monitorUser"] = "MonitorUser", ["admin"] = "Administrator", ["workerAgent"] = "Worker", ["workerHostBootstrap"] = "WorkerHost",
    };

    [OperationListFact]
    public void The_catalogue_has_the_operations_of_the_list_and_no_others() =>
        Assert.Equal(List().Select(entry => Text(entry, "name")).Order(System.StringComparer.Ordinal), OperationCatalogue.Current.Actions.Select(action => action.Name));

    [OperationListFact]
    public void Every_fact_of_the_list_is_in_the_catalogue() => Assert.All(List(), entry =>
    {
        Assert.True(OperationCatalogue.Current.TryGet(Text(entry, "name"), out TrailAction? action));
        JsonElement cloudTrail = entry.GetProperty("cloudTrail");

        Assert.Equal(Text(cloudTrail, "category"), action.EventClass == "Unknown" ? "NotListed" : action.EventClass);
        Assert.Equal(Text(cloudTrail, "resourcesType"), action.CloudTrailResourceType);
        Assert.Equal(entry.GetProperty("modelReadOnly").GetBoolean() ? "Read" : "Write", action.Access);
        Assert.Equal(Text(entry, "accessLevel"), action.AccessLevel);
        Assert.Equal(Text(entry, "resource"), action.ResourceType);
        Assert.Equal(Strings(entry, "sensitiveRequestPaths"), action.SensitiveParameters);
        Assert.Equal(entry.TryGetProperty("firstSeen", out JsonElement firstSeen) ? Text(firstSeen, "date") : null, action.Since);
        Assert.Equal(entry.GetProperty("actors").EnumerateArray().Select(actor => s_callers[Text(actor, "actor")!]), action.CalledBy);
        Assert.Equal(
            entry.GetProperty("actors").EnumerateArray().Select(actor => Text(actor, "minMembershipLevel")).FirstOrDefault(level => level is not null),
            action.MinimumMembershipLevel);
        if (!action.IsDocumentedOnly)
        {
            Assert.Equal(Text(entry, "iamAction"), action.IamAction);
        }

        Assert.Equal(OfDeadline(entry, "requestIdentifiers"), action.RequestIdentifiers.Where(path => !path.EndsWith("{key}", System.StringComparison.Ordinal)));

        // The list does not descend into the actions of a worker's schedule, and knows no keys of maps.
        Assert.Equal(
            OfDeadline(entry, "responseIdentifiers"),
            action.ResponseIdentifiers.Where(path => !path.EndsWith("{key}", System.StringComparison.Ordinal)
                && !(action.Name == "UpdateWorkerSchedule" && path.Contains(".definition.", System.StringComparison.Ordinal))));
    });

    private static IEnumerable<string> OfDeadline(JsonElement entry, string property) =>
        Strings(entry, property).Where(path => !s_notOfDeadline.Contains(path.Split('.')[^1]));

    private static List<JsonElement> List()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(OperationListFactAttribute.List!));
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    private static string? Text(JsonElement entry, string property) => entry.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    private static IEnumerable<string> Strings(JsonElement entry, string property) => entry.GetProperty(property).EnumerateArray().Select(value => value.GetString()!);
}
