using System;
using System.Collections.Generic;

namespace DeadlineTrail.Measuring;

/// <summary>Counts different texts: exactly up to a limit, beyond it as an estimate that takes no more memory.</summary>
internal sealed class DistinctCount
{
    /// <summary>The most that are counted exactly.</summary>
    internal const int Limit = 256;

    private HashSet<string>? _exact = new(StringComparer.Ordinal);
    private HyperLogLog? _estimate;

    /// <summary>Gets a value indicating whether the number is an estimate.</summary>
    internal bool IsEstimate => _estimate is not null;

    /// <summary>Gets the number.</summary>
    internal long Value => _estimate?.Estimate() ?? _exact!.Count;

    /// <summary>Counts a text, if it is a new one.</summary>
    internal void Add(string text)
    {
        if (_estimate is not null)
        {
            _estimate.Add(text);
        }
        else if (_exact!.Add(text) && _exact.Count > Limit)
        {
            _estimate = new HyperLogLog();
            foreach (var each in _exact)
            {
                _estimate.Add(each);
            }

            _exact = null;
        }
    }
}
