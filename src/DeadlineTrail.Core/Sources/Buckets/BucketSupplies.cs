using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>
/// Several buckets, or places in one, as one supply: each gives its logs of a day, then each those of the day before. They
/// begin with the same day, which the query alone decides.
/// </summary>
internal sealed class BucketSupplies(IReadOnlyList<BucketSupply> supplies) : ILogSupply
{
    private IReadOnlyList<BucketSupply> _open = supplies;

    /// <inheritdoc/>
    public LogPortion Next(CancellationToken cancellation)
    {
        var portions = _open.Select(supply => (Supply: supply, Portion: supply.Next(cancellation))).ToArray();
        _open = [.. portions.Where(static each => each.Portion.NewestLeft is not null).Select(static each => each.Supply)];
        return new LogPortion(
            portions.SelectMany(static each => each.Portion.Files).ToArray(),
            portions.Max(static each => each.Portion.NewestLeft),
            portions.SelectMany(static each => each.Portion.Problems).ToArray(),
            portions.SelectMany(static each => each.Portion.Told).ToArray())
        {
            Warnings = portions.SelectMany(static each => each.Portion.Warnings).ToArray(),
        };
    }
}
