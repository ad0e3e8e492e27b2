using System;
using Xunit;

namespace DeadlineTrail.Core.Tests.Hostile;

/// <summary>A test that takes too long to be run always.</summary>
public sealed class BombFactAttribute : FactAttribute
{
    internal const string Variable = "DEADLINETRAIL_BOMBS";

    public BombFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"Takes long; set {Variable}=1 to run it.";
        }
    }
}
