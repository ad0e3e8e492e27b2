using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>The operations about trails: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Operations.html.</summary>
internal sealed class Trails
{
    private readonly Lock _lock = new();
    private readonly List<LoopbackTrail> _trails = [];

    public void Add(LoopbackTrail trail)
    {
        lock (_lock)
        {
            _trails.RemoveAll(each => each.Arn == trail.Arn);
            _trails.Add(trail);
        }
    }

    /// <summary>
    /// "A shadow trail is the replication in a Region of a trail that was created in a different Region ... The default is true."
    /// A name finds what is seen in the Region, an ARN too.
    /// </summary>
    public Answer DescribeTrails(AwsCall call, JsonElement json)
    {
        bool shadows = !json.TryGetProperty("includeShadowTrails", out JsonElement wanted) || wanted.GetBoolean();
        string[] names = json.TryGetProperty("trailNameList", out JsonElement list) ? [.. list.EnumerateArray().Select(each => each.GetString()!)] : [];
        IEnumerable<LoopbackTrail> found = Of(call)
            .Where(each => each.HomeRegion == call.Region || (shadows && each.IsMultiRegion))
            .Where(each => names.Length == 0 || names.Contains(each.Name) || names.Contains(each.Arn));
        return JsonAnswer.Ok(call, writer =>
        {
            writer.WriteStartArray("trailList");
            foreach (LoopbackTrail each in found)
            {
                writer.WriteStartObject();
                WriteMembers(writer, each);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    public Answer GetTrail(AwsCall call, JsonElement json)
    {
        LoopbackTrail trail = Find(call, json, "Name");
        return JsonAnswer.Ok(call, writer =>
        {
            writer.WriteStartObject("Trail");
            WriteMembers(writer, trail);
            writer.WriteEndObject();
        });
    }

    public Answer GetTrailStatus(AwsCall call, JsonElement json)
    {
        LoopbackTrail trail = Find(call, json, "Name");
        return JsonAnswer.Ok(call, writer =>
        {
            writer.WriteBoolean("IsLogging", trail.IsLogging);
            foreach ((string name, DateTimeOffset? time) in new[] { ("StartLoggingTime", trail.StartLogging), ("StopLoggingTime", trail.StopLogging), ("LatestDeliveryTime", trail.LatestDelivery) })
            {
                if (time is { } known)
                {
                    writer.WritePropertyName(name);
                    writer.WriteRawValue(JsonTime.Plain(known));
                }
            }

            if (trail.LatestDeliveryError is { } error)
            {
                writer.WriteString("LatestDeliveryError", error);
            }
        });
    }

    public Answer GetEventSelectors(AwsCall call, JsonElement json)
    {
        // Inferred from PutEventSelectors, which "must be called from the Region in which the trail was created": the
        // strict reading, so that a client which asks elsewhere is noticed.
        LoopbackTrail trail = AtHome(call, json, "TrailName");
        return JsonAnswer.Ok(call, writer =>
        {
            writer.WriteString("TrailARN", trail.Arn);
            foreach ((string name, string? selectors) in new[] { ("EventSelectors", trail.EventSelectors), ("AdvancedEventSelectors", trail.AdvancedEventSelectors) })
            {
                if (selectors is not null)
                {
                    writer.WritePropertyName(name);
                    writer.WriteRawValue(selectors);
                }
            }
        });
    }

    /// <summary>
    /// "If you apply AdvancedEventSelectors to a trail, any existing EventSelectors are overwritten", and the other way round. What
    /// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html demands is demanded here.
    /// </summary>
    public Answer PutEventSelectors(AwsCall call, JsonElement json)
    {
        LoopbackTrail trail = AtHome(call, json, "TrailName");
        string? advanced = json.TryGetProperty("AdvancedEventSelectors", out JsonElement selectors) ? selectors.GetRawText() : null;
        string? basic = json.TryGetProperty("EventSelectors", out JsonElement simple) ? simple.GetRawText() : null;
        if ((advanced is null) == (basic is null) || (advanced is not null && !AreValid(selectors)))
        {
            throw new CloudTrailException("InvalidEventSelectorsException", "The event selectors are not valid.");
        }

        Add(trail with { EventSelectors = basic, AdvancedEventSelectors = advanced });
        return JsonAnswer.Ok(call, writer =>
        {
            writer.WriteString("TrailARN", trail.Arn);
            writer.WritePropertyName(advanced is null ? "EventSelectors" : "AdvancedEventSelectors");
            writer.WriteRawValue(advanced ?? basic!);
        });
    }

    public Answer StartLogging(AwsCall call, JsonElement json)
    {
        Add(AtHome(call, json, "Name") with { IsLogging = true });
        return JsonAnswer.Ok(call, static _ => { });
    }

    private static bool AreValid(JsonElement selectors) => selectors.EnumerateArray().All(static selector =>
        selector.GetProperty("FieldSelectors").EnumerateArray().ToList() is { Count: > 0 } fields
        && fields.TrueForAll(static field => field.GetProperty("Field").GetString() is { Length: > 0 } && field.EnumerateObject().Any(static each => each.Name != "Field" && each.Value.GetArrayLength() > 0))
        && fields.Exists(static field => field.GetProperty("Field").GetString() == "eventCategory"));

    /// <summary>"This operation must be called from the Region in which the trail was created."</summary>
    private LoopbackTrail AtHome(AwsCall call, JsonElement json, string member) => Find(call, json, member) is var trail && trail.HomeRegion == call.Region
        ? trail
        : throw new CloudTrailException("InvalidHomeRegionException", $"The trail's home Region is {trail.HomeRegion}.");

    /// <summary>"To get information about the status of a shadow trail (a replication of the trail in another Region), you must specify its ARN."</summary>
    private LoopbackTrail Find(AwsCall call, JsonElement json, string member)
    {
        string name = json.TryGetProperty(member, out JsonElement value) ? value.GetString() ?? "" : "";
        return Of(call).FirstOrDefault(each => each.Arn == name || (each.Name == name && each.HomeRegion == call.Region))
            ?? throw new CloudTrailException("TrailNotFoundException", $"Unknown trail: {(name.StartsWith("arn:", StringComparison.Ordinal) ? name : $"arn:aws:cloudtrail:{call.Region}:{call.AccountId}:trail/{name}")} for the user: {call.AccountId}");
    }

    private List<LoopbackTrail> Of(AwsCall call)
    {
        lock (_lock)
        {
            return [.. _trails.Where(each => each.AccountId == call.AccountId || (each.IsOrganization && each.MemberAccounts.Contains(call.AccountId)))];
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, LoopbackTrail trail)
    {
        writer.WriteString("Name", trail.Name);
        writer.WriteString("S3BucketName", trail.S3BucketName);
        if (trail.S3KeyPrefix is not null)
        {
            writer.WriteString("S3KeyPrefix", trail.S3KeyPrefix);
        }

        foreach ((string name, string? value) in new[] { ("KmsKeyId", trail.KmsKeyId), ("SnsTopicARN", trail.SnsTopicArn) })
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }

        writer.WriteBoolean("IncludeGlobalServiceEvents", trail.IncludesGlobalServices);
        writer.WriteBoolean("IsMultiRegionTrail", trail.IsMultiRegion);
        writer.WriteString("HomeRegion", trail.HomeRegion);
        writer.WriteString("TrailARN", trail.Arn);
        writer.WriteBoolean("LogFileValidationEnabled", trail.ValidatesLogFiles);
        writer.WriteBoolean("HasCustomEventSelectors", trail.AdvancedEventSelectors is not null);
        writer.WriteBoolean("HasInsightSelectors", false);
        writer.WriteBoolean("IsOrganizationTrail", trail.IsOrganization);
    }
}
