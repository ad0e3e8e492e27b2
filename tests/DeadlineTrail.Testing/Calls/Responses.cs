using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.Model;

namespace DeadlineTrail.Testing.Calls;

/// <summary><c>responseElements</c>: CloudTrail shows them for calls that make or change something, null for reads.</summary>
internal static class Responses
{
    public static string? For(Operation operation, Resource? made, Resource? on, JsonArray failed, Dice dice)
    {
        if (operation.Response.Count == 0)
        {
            return null;
        }

        if (operation.Response.Contains("credentials"))
        {
            // The whole response is sensitive in the model. How CloudTrail shows it is not known: as a member or whole.
            return dice.Chance(0.8) ? $$"""{"credentials":"{{Sensitive.Marker}}"}""" : $"\"{Sensitive.Marker}\"";
        }

        switch (operation.Name)
        {
            case "UpdateWorker":
                return $$$$"""{"log":{"logDriver":"awslogs","options":{"logGroupName":"/aws/deadline/{{{{on!.Identifiers["farmId"]}}}}/{{{{on.Identifiers["fleetId"]}}}}","logStreamName":"{{{{on.Id}}}}"},"parameters":{"interval":"15"}}}""";

            case "UpdateWorkerSchedule":
                return """{"assignedSessions":{},"cancelSessionActions":{},"updateIntervalSeconds":15}""";

            case "BatchUpdateJob" or "BatchUpdateTask":
                return "{\"errors\":" + failed.ToJsonString(RecordWriter.Plain) + "}";

            case "CreateMonitor":
                return $$"""{"monitorId":"{{made!.Id}}","identityCenterApplicationArn":"arn:aws:sso::{{dice.Account()}}:application/ssoins-{{dice.Hex(16)}}/apl-{{dice.Hex(16)}}"}""";

            default:
                return $$"""{"{{operation.Response[0]}}":"{{made!.Id}}"}""";
        }
    }
}
