using System;
using Xunit;

namespace DeadlineTrail.Module.Tests.Streams;

/// <summary>A test about files that may not be read, by a user for whom there are such files.</summary>
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Skip = "Needs a user on Linux or macOS who is not root: root may read everything.";
        }
    }
}
