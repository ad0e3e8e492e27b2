using System;
using Xunit;

namespace DeadlineTrail.Core.Tests.Hostile;

/// <summary>A test of what Windows has not: pipes and links that everybody may make.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Needs mkfifo and links that everybody may make.";
        }
    }
}
