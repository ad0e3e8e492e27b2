using System;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.History;

/// <summary>
/// Objects as AWS Tools gives them (Get-ADC*), with the properties of the service's responses: of the identifiers in one the
/// innermost is meant, and a job's storage profile is none of them.
/// </summary>
public sealed class ResourceObjectTests : IClassFixture<ModuleHost>, IDisposable
{
    private const string Hex = "0123456789abcdef0123456789abcdef";
    private const string Principal = "b801f3c0-c071-70bc-b869-6804bc732408";
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public ResourceObjectTests(ModuleHost module)
    {
        _module = module;
        _folder.Write(
            "a.json",
            Call(0, "CreateJob", """{"queueId":"QUEUE","priority":50,"storageProfileId":"sp-HEX"}""", """{"jobId":"job-HEX"}"""),
            Call(1, "UpdateJob", """{"queueId":"QUEUE","jobId":"job-HEX","priority":90}"""),
            Call(2, "CreateWorker", """{"fleetId":"fleet-HEX"}""", """{"workerId":"worker-HEX"}"""),
            Call(3, "UpdateWorker", """{"fleetId":"fleet-HEX","workerId":"worker-HEX","status":"STOPPED"}"""),
            Call(4, "CreateBudget", """{"displayName":"Lighting","approximateDollarLimit":100}""", """{"budgetId":"budget-HEX"}"""),
            Call(5, "UpdateBudget", """{"budgetId":"budget-HEX","approximateDollarLimit":200}"""),
            Call(6, "CreateLimit", """{"displayName":"Arnold","amountRequirementName":"amount.arnold","maxCount":5}""", """{"limitId":"limit-HEX"}"""),
            Call(7, "UpdateLimit", """{"limitId":"limit-HEX","maxCount":7}"""),
            Call(8, "CreateLicenseEndpoint", """{"vpcId":"vpc-1"}""", """{"licenseEndpointId":"le-HEX"}"""),
            Call(9, "DeleteLicenseEndpoint", """{"licenseEndpointId":"le-HEX"}"""),
            Call(10, "CreateMonitor", """{"displayName":"studio","subdomain":"studio"}""", """{"monitorId":"monitor-HEX"}"""),
            Call(11, "UpdateMonitor", """{"monitorId":"monitor-HEX","subdomain":"film"}"""),
            Call(12, "CreateStorageProfile", """{"displayName":"linux","osFamily":"LINUX"}""", """{"storageProfileId":"sp-HEX"}"""),
            Call(13, "UpdateStorageProfile", """{"storageProfileId":"sp-HEX","osFamily":"WINDOWS"}"""),
            Call(14, "UpdateFleet", """{"fleetId":"fleet-HEX","displayName":"Cloud"}"""),
            Call(15, "AssociateMemberToFarm", """{"principalId":"PRINCIPAL","principalType":"USER","membershipLevel":"VIEWER"}"""),
            Call(16, "AssociateMemberToQueue", """{"queueId":"QUEUE","principalId":"PRINCIPAL","principalType":"USER","membershipLevel":"OWNER"}"""),
            Call(17, "CreateQueueLimitAssociation", """{"queueId":"QUEUE","limitId":"limit-HEX"}"""),
            Call(18, "CreateQueueEnvironment", """{"queueId":"QUEUE","priority":1}""", """{"queueEnvironmentId":"queueenv-HEX"}"""));
        _module.Set("logs", _folder["a.json"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("JobId = 'job-HEX'; Name = 'shot'; LifecycleStatus = 'CREATE_COMPLETE'; StorageProfileId = 'sp-HEX'; Priority = 90", "", new[] { 0, 1 })]
    [InlineData("FarmId = 'FARM'; QueueId = 'QUEUE'; JobId = 'job-HEX'; TaskRunStatus = 'READY'", "", new[] { 0, 1 })]
    [InlineData("FarmId = 'FARM'; FleetId = 'fleet-HEX'; WorkerId = 'worker-HEX'; Status = 'STOPPED'", "", new[] { 2, 3 })]
    [InlineData("BudgetId = 'budget-HEX'; DisplayName = 'Lighting'; Status = 'ACTIVE'; UsageTrackingResource = [pscustomobject]@{ QueueId = 'QUEUE' }", "", new[] { 4, 5 })]
    [InlineData("FarmId = 'FARM'; LimitId = 'limit-HEX'; DisplayName = 'Arnold'; MaxCount = 7; CurrentCount = 2", "", new[] { 6, 7, 17 })]
    [InlineData("QueueId = 'QUEUE'; LimitId = 'limit-HEX'; Status = 'ACTIVE'", "", new[] { 17 })]
    [InlineData("LicenseEndpointId = 'le-HEX'; VpcId = 'vpc-1'; Status = 'READY'", "", new[] { 8, 9 })]
    [InlineData("MonitorId = 'monitor-HEX'; DisplayName = 'studio'; Subdomain = 'film'; Url = 'https://film'; RoleArn = 'arn:aws:iam::111122223333:role/m'", "", new[] { 10, 11 })]
    [InlineData("StorageProfileId = 'sp-HEX'; DisplayName = 'linux'; OsFamily = 'WINDOWS'", "", new[] { 12, 13 })]
    [InlineData("QueueEnvironmentId = 'queueenv-HEX'; Name = 'conda'; Priority = 1", "", new[] { 18 })]
    [InlineData("FarmId = 'FARM'; FleetId = 'fleet-HEX'; DisplayName = 'Cloud'; WorkerCount = 3", "", new[] { 14 })]
    [InlineData("FarmId = 'FARM'; FleetId = 'fleet-HEX'; DisplayName = 'Cloud'; WorkerCount = 3", "-IncludeChildren", new[] { 2, 3, 14 })]
    [InlineData("FarmId = 'FARM'; PrincipalId = 'PRINCIPAL'; PrincipalType = 'USER'; MembershipLevel = 'VIEWER'", "", new[] { 15 })]
    [InlineData("PrincipalId = 'PRINCIPAL'; PrincipalType = 'USER'", "", new[] { 15, 16 })]
    public void The_history_of_an_object_is_that_of_what_it_is(string properties, string parameters, int[] minutes) =>
        Assert.Equal(minutes, _module.Run($"[pscustomobject]@{{ {Whole(properties)} }} | Get-DeadlineResourceHistory -Path $logs {parameters}").WithoutErrors().Minutes());

    [Theory]
    [InlineData("Get-DeadlineResourceHistory PRINCIPAL -Path $logs")]
    [InlineData("Get-DeadlineResourceHistory -PrincipalId PRINCIPAL -Path $logs")]
    public void Of_a_principal_alone_every_membership_is_the_history(string script) =>
        Assert.Equal([15, 16], _module.Run(Whole(script)).WithoutErrors().Minutes());

    private static string Whole(string text) => text.Replace("HEX", Hex, StringComparison.Ordinal).Replace("QUEUE", HandWritten.Queue, StringComparison.Ordinal)
        .Replace("FARM", HandWritten.Farm, StringComparison.Ordinal).Replace("PRINCIPAL", Principal, StringComparison.Ordinal);

    private static JsonObject Call(int minute, string name, string request, string? response = null) => HandWritten.Record(minute, record =>
    {
        record["eventName"] = name;
        record["requestParameters"] = JsonNode.Parse(Whole(request));
        if (!name.Contains("LicenseEndpoint", StringComparison.Ordinal) && !name.Contains("Monitor", StringComparison.Ordinal))
        {
            record["requestParameters"]!["farmId"] = HandWritten.Farm;
        }

        record["responseElements"] = response is null ? null : JsonNode.Parse(Whole(response));
    });
}
