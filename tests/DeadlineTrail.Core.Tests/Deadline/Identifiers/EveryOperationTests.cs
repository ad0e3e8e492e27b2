using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Identifiers;

/// <summary>The catalogue says where each operation carries identifiers, out of AWS's service model. A record with one there must be found by it.</summary>
public class EveryOperationTests
{
    public static TheoryData<string> Operations { get; } = new(OperationCatalogue.Current.Actions.Select(action => action.Name));

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_identifier_anywhere_the_operation_carries_it_is_found(string eventName)
    {
        Assert.True(OperationCatalogue.Current.TryGet(eventName, out TrailAction? action));
        foreach (string path in action.RequestIdentifiers)
        {
            (IdentifierKind kind, string id) = Sample(path);
            Assert.True(Ids.Read(request: Json(path, id), eventName: eventName).Mentions(kind, id), path);
        }

        foreach (string path in action.ResponseIdentifiers)
        {
            (IdentifierKind kind, string id) = Sample(path);
            Assert.True(Ids.Read(response: Json(path, id), eventName: eventName).Mentions(kind, id), path);
        }
    }

    // What a call is about stands at the top of its request under the name of the property.
    [Theory]
    [MemberData(nameof(Operations))]
    public void An_identifier_at_the_top_of_the_request_is_the_property_of_that_name(string eventName)
    {
        Assert.True(OperationCatalogue.Current.TryGet(eventName, out TrailAction? action));
        foreach (string path in action.RequestIdentifiers.Where(path => path.EndsWith("Id", StringComparison.Ordinal) && !path.Contains('.') && path != "sourceJobId"))
        {
            (IdentifierKind kind, string id) = Sample(path);
            Assert.Equal(id, Ids.Read(request: Json(path, id), eventName: eventName)[kind]);
        }
    }

    // "tasks[].taskId" is written {"tasks":[{"taskId":"..."}]}, "updatedSessionActions{key}" is {"updatedSessionActions":{"...":0}}.
    private static string Json(string path, string id)
    {
        string value = path switch
        {
            _ when path.EndsWith("environmentId", StringComparison.Ordinal) => $"\"STEP:{id}:maya\"",
            "resourceArn" => $"\"{Ids.ArnStart}farm/{Ids.Farm}/queue/{Ids.Queue}/job/{id}\"",
            _ => $"\"{id}\"",
        };
        foreach (string part in path.Split('.').Reverse())
        {
            string name = part;
            if (part.EndsWith("{key}", StringComparison.Ordinal))
            {
                (name, value) = (part[..^5], "{" + value + ":0}");
            }

            if (name.EndsWith("[]", StringComparison.Ordinal))
            {
                (name, value) = (name[..^2], "[" + value + "]");
            }

            if (name.EndsWith("{}", StringComparison.Ordinal))
            {
                (name, value) = (name[..^2], "{\"x\":" + value + "}");
            }

            value = "{\"" + name + "\":" + value + "}";
        }

        return value;
    }

    private static (IdentifierKind Kind, string Id) Sample(string path)
    {
        string leaf = path.Split('.')[^1].Replace("[]", "", StringComparison.Ordinal).Replace("{}", "", StringComparison.Ordinal);
        return leaf switch
        {
            "updatedSessionActions{key}" or "cancelSessionActions" or "latestSessionActionId" => (IdentifierKind.SessionAction, Ids.SessionAction),
            "assignedSessions{key}" or "cancelSessionActions{key}" => (IdentifierKind.Session, Ids.Session),
            "environmentId" => (IdentifierKind.Step, Ids.Step),
            "dependencies" => (IdentifierKind.Step, Ids.Step),
            "sourceJobId" or "resourceArn" => (IdentifierKind.Job, Ids.Job),
            "attachedWorkerId" => (IdentifierKind.Worker, Ids.Worker),
            "allowedStorageProfileIds" or "allowedStorageProfileIdsToAdd" or "allowedStorageProfileIdsToRemove" => (IdentifierKind.StorageProfile, Ids.StorageProfile),
            "queueIds" => (IdentifierKind.Queue, Ids.Queue),
            "fleetIds" => (IdentifierKind.Fleet, Ids.Fleet),
            _ => Simple[leaf],
        };
    }

    private static readonly Dictionary<string, (IdentifierKind Kind, string Id)> Simple = new()
    {
        ["farmId"] = (IdentifierKind.Farm, Ids.Farm),
        ["queueId"] = (IdentifierKind.Queue, Ids.Queue),
        ["fleetId"] = (IdentifierKind.Fleet, Ids.Fleet),
        ["workerId"] = (IdentifierKind.Worker, Ids.Worker),
        ["jobId"] = (IdentifierKind.Job, Ids.Job),
        ["stepId"] = (IdentifierKind.Step, Ids.Step),
        ["taskId"] = (IdentifierKind.Task, Ids.Task),
        ["sessionId"] = (IdentifierKind.Session, Ids.Session),
        ["sessionActionId"] = (IdentifierKind.SessionAction, Ids.SessionAction),
        ["budgetId"] = (IdentifierKind.Budget, Ids.Budget),
        ["limitId"] = (IdentifierKind.Limit, Ids.Limit),
        ["licenseEndpointId"] = (IdentifierKind.LicenseEndpoint, Ids.LicenseEndpoint),
        ["monitorId"] = (IdentifierKind.Monitor, Ids.Monitor),
        ["queueEnvironmentId"] = (IdentifierKind.QueueEnvironment, Ids.QueueEnvironment),
        ["storageProfileId"] = (IdentifierKind.StorageProfile, Ids.StorageProfile),
        ["volumeId"] = (IdentifierKind.Volume, Ids.Volume),
        ["principalId"] = (IdentifierKind.Principal, Ids.Principal),
        ["productId"] = (IdentifierKind.Product, "maya-2024"),
        ["aggregationId"] = (IdentifierKind.Aggregation, "0123456789abcdef0123456789abcdef"),
    };
}
