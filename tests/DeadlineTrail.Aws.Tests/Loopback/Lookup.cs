using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>One LookupEvents request by hand.</summary>
internal static class Lookup
{
    public static async Task<JsonElement> SendAsync(LoopbackAws aws, string json, string region = "us-east-1", DateTimeOffset? now = null)
    {
        using HttpResponseMessage response = await SignedRequest.SendAsync(aws.Endpoint, "/", aws.Key, region, "cloudtrail", request =>
        {
            request.Headers.Add("x-amz-target", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents");
            request.Content!.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.1");
        }, Encoding.UTF8.GetBytes(json), now);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>The name of an error without its namespace, null for an answer.</summary>
    public static string? Error(JsonElement answer) => answer.TryGetProperty("__type", out JsonElement type) ? type.GetString()!.Split('#')[^1] : null;

    public static IEnumerable<string> Ids(JsonElement answer) => answer.GetProperty("Events").EnumerateArray().Select(each => each.GetProperty("EventId").GetString()!);
}
