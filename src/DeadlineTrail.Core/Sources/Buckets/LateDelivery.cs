using System;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>
/// Looks at the last day that is still read after a query's end. If deliveries of that day were very late, later ones may
/// be missing: AWS tries to deliver for 30 days.
/// </summary>
/// <param name="lastDay">The last day (UTC) whose logs are read, though there are later ones.</param>
internal sealed class LateDelivery(DateTime lastDay)
{
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    private bool _isWarned;

    /// <summary>Gives the warning at the first event that calls for it; else null.</summary>
    internal TrailWarning? Look(TrailEvent trailEvent)
    {
        if (_isWarned || LogFileName.OrderStamp(trailEvent.OriginPath ?? string.Empty) is not { } stamp || stamp < lastDay.Ticks)
        {
            return null;
        }

        // One of the reasons for which a record may come late or be amended,
        // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html.
        var isDelayed = trailEvent.Addendum is RecordObject addendum && addendum["reason"] is "DELIVERY_DELAY";
        if (!isDelayed && stamp - trailEvent.Ticks <= Late.Ticks)
        {
            return null;
        }

        _isWarned = true;
        return new TrailWarning(
            "LateDelivery",
            $"Events of the range were delivered late, up to the last day that is read ({lastDay:yyyy-MM-dd}): one of {trailEvent.EventTimeUtc} lies in \"{trailEvent.OriginPath}\". Others may have been delivered later still; a larger -DeliverySlack finds them.");
    }
}
