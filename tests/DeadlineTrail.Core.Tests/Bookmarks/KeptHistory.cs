using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Core.Tests.Bookmarks;

/// <summary>Event history in memory, at a time that a test sets.</summary>
internal sealed class KeptHistory : IEventHistoryService, IClock
{
    private readonly List<(string Region, LookupEvent Event)> _events = [];
    private Dictionary<string, int> _pagesLeft = [];

    public DateTime UtcNow { get; set; }

    public TimeSpan Elapsed => SystemClock.Instance.Elapsed;

    internal DateTime ServerNow { get; set; }

    internal int PageSize { get; set; } = LookupRequest.PageSize;

    internal ISet<string> NotEnabled { get; } = new HashSet<string>();

    internal List<LookupRequest> Asked { get; } = [];

    /// <summary>Adds an event: Region, ID, time.</summary>
    internal void Add(string recorded)
    {
        var (region, rest) = (recorded.Split(' ')[0], recorded[(recorded.IndexOf(' ') + 1)..]);
        var record = DeliveredFile.Record(rest, $"AWSLogs/111122223333/CloudTrail/{region}/");
        var time = DateTime.Parse(rest.Split(' ')[1], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        _events.Add((region, new LookupEvent(ScenarioRecord.InFull(rest.Split(' ')[0]), time.Ticks, record.ToJsonString())));
    }

    /// <summary>From now on these Regions fail, each after so many pages, and no others.</summary>
    internal void Fail(IEnumerable<(string Region, int AfterPages)> failing) => _pagesLeft = failing.ToDictionary(static each => each.Region, static each => each.AfterPages);

    public Task<LookupPage> LookupAsync(LookupRequest request, CancellationToken cancellation)
    {
        Asked.Add(request);
        if (_pagesLeft.TryGetValue(request.Region, out var left) && (_pagesLeft[request.Region] = left - 1) < 0)
        {
            return Task.FromException<LookupPage>(new AwsCallException(AwsFailure.Denied, "made to fail"));
        }

        if (NotEnabled.Contains(request.Region))
        {
            return Task.FromException<LookupPage>(new AwsCallException(AwsFailure.UnknownCredentials, "The security token included in the request is invalid."));
        }

        var found = _events.Where(each => each.Region == request.Region && each.Event.Ticks >= (request.StartTicks ?? 0) && each.Event.Ticks <= Math.Min(request.EndTicks, ServerNow.Ticks))
            .Select(each => each.Event).OrderByDescending(each => each.Ticks).ToArray();
        var from = int.Parse(request.NextToken ?? "0", CultureInfo.InvariantCulture);
        var next = from + PageSize < found.Length ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult(new LookupPage([.. found.Skip(from).Take(PageSize)], next) { ServerTicks = ServerNow.Ticks });
    }

    public void WaitAny(IReadOnlyCollection<Task> tasks, TimeSpan atMost, CancellationToken cancellation) => SystemClock.Instance.WaitAny(tasks, atMost, cancellation);
}
