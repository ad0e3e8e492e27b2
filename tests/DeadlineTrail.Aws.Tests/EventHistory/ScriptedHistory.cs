using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Aws.Tests.EventHistory;

/// <summary>A request that was made, and when.</summary>
internal sealed record MadeRequest(TimeSpan At, LookupRequest Request);

/// <summary>
/// LookupEvents as AWS describes it, in virtual time: pages newest first, tokens good for the parameters they were given
/// for, and what goes wrong when a test says so.
/// </summary>
internal sealed class ScriptedHistory(VirtualClock clock) : IEventHistoryService
{
    private readonly Dictionary<string, (LookupRequest Request, int From)> _tokens = [];
    private readonly Dictionary<string, int> _underWay = [];
    private int _token;

    internal List<KeptEvent> Events { get; } = [];

    internal List<MadeRequest> Made { get; } = [];

    internal Dictionary<string, int> MostUnderWay { get; } = [];

    /// <summary>How long an answer takes.</summary>
    internal Func<TimeSpan> Latency { get; set; } = () => TimeSpan.FromMilliseconds(100);

    /// <summary>How many events a page has.</summary>
    internal Func<int> PageSize { get; set; } = () => LookupRequest.PageSize;

    /// <summary>What goes wrong; null for nothing.</summary>
    internal Func<LookupRequest, AwsFailure?> Fault { get; set; } = _ => null;

    /// <summary>How a good page is changed.</summary>
    internal Func<LookupRequest, LookupPage, LookupPage> Twist { get; set; } = (_, page) => page;

    public Task<LookupPage> LookupAsync(LookupRequest request, CancellationToken cancellation)
    {
        Made.Add(new MadeRequest(clock.Elapsed, request));
        var underWay = _underWay[request.Region] = _underWay.GetValueOrDefault(request.Region) + 1;
        MostUnderWay[request.Region] = Math.Max(underWay, MostUnderWay.GetValueOrDefault(request.Region));
        return clock.After(Latency(), () =>
        {
            _underWay[request.Region]--;
            return Fault(request) is { } failure ? throw new AwsCallException(failure, "made to fail: " + failure) : Twist(request, Answer(request));
        });
    }

    private LookupPage Answer(LookupRequest request)
    {
        var from = 0;
        if (request.NextToken is { } token)
        {
            if (!_tokens.TryGetValue(token, out var place) || place.Request != request with { NextToken = null })
            {
                throw new AwsCallException(AwsFailure.InvalidToken, "the token belongs to another request");
            }

            from = place.From;
        }

        var found = Events
            .Where(each => each.Region == request.Region && each.Time.Ticks >= (request.StartTicks ?? 0) && each.Time.Ticks <= request.EndTicks && Has(each, request.Attribute))
            .OrderByDescending(each => each.Time).ThenBy(each => each.Id[^4..], StringComparer.Ordinal)
            .Skip(from).Take(PageSize() + 1).ToList();
        if (found.Count < 2)
        {
            return new LookupPage([.. found.Select(each => each.Found)], null);
        }

        var next = "token " + ++_token;
        _tokens[next] = (request with { NextToken = null }, from + found.Count - 1);
        return new LookupPage([.. found.SkipLast(1).Select(each => each.Found)], next);
    }

    /// <summary>Exactly, and with regard to case.</summary>
    private static bool Has(KeptEvent each, LookupAttribute? attribute) => attribute?.Key switch
    {
        null => true,
        "EventId" => each.Id == attribute.Value,
        "EventName" => each.Name == attribute.Value,
        "EventSource" => each.Source == attribute.Value,
        "AccessKeyId" => each.Key == attribute.Value,
        _ => throw new InvalidOperationException("An attribute that must not be sent: " + attribute),
    };
}
