using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Aws.Tests.EventHistory;

/// <summary>An event as the service keeps it.</summary>
internal sealed record KeptEvent(string Id, DateTime Time, string Name, string Source, string Key, string Region)
{
    internal string Record =>
        "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"accountId\":\"111122223333\",\"accessKeyId\":\"" + Key + "\",\"userName\":\"avery\"},"
        + "\"eventTime\":\"" + Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + "\",\"eventSource\":\"" + Source + "\",\"eventName\":\"" + Name
        + "\",\"awsRegion\":\"" + Region + "\",\"eventID\":\"" + Id + "\",\"readOnly\":false,\"managementEvent\":true,\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}";

    internal LookupEvent Found => new(Id, Time.Ticks, Record);
}

/// <summary>Events by chance from a seed.</summary>
internal static class HistoryEvents
{
    private static readonly string[] Names = ["UpdateQueue", "CreateFarm", "GetFleet", "TagResource", "DeleteBudget"];
    private static readonly string[] Sources = ["deadline.amazonaws.com", "deadline.amazonaws.com", "deadline.amazonaws.com", "s3.amazonaws.com"];
    private static readonly string[] Keys = ["AKIAEXAMPLEEXAMPLE01", "ASIAEXAMPLEEXAMPLE02"];

    /// <summary>So many events of a Region over so much time before the clock's start, often several in one second.</summary>
    internal static List<KeptEvent> Of(string region, int count, TimeSpan span, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var back = chance.Next(4) == 0 ? chance.Next(20) : (int)(chance.NextDouble() * span.TotalSeconds);
            var id = new byte[16];
            chance.NextBytes(id);
            return new KeptEvent(
                new Guid(id).ToString("D"), VirtualClock.Start.AddSeconds(-back), Names[chance.Next(Names.Length)], Sources[chance.Next(Sources.Length)], Keys[chance.Next(Keys.Length)], region);
        })];
    }

    /// <summary>What the answer must be: newest first, then by identifier.</summary>
    internal static List<string> NewestFirst(IEnumerable<KeptEvent> events) =>
        [.. events.OrderByDescending(each => each.Time).ThenBy(each => each.Id, StringComparer.Ordinal).Select(each => each.Id)];
}
