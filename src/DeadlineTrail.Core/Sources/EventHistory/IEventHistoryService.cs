using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>CloudTrail's LookupEvents, one call a time: who calls decides when, and what is done if it fails.</summary>
internal interface IEventHistoryService
{
    /// <summary>Asks for one page, once.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="AwsCallException">It failed.</exception>
    Task<LookupPage> LookupAsync(LookupRequest request, CancellationToken cancellation);
}
