using System.IO;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>A fact held against the AWS command line, which nobody here wrote.</summary>
internal sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute()
    {
        if (!File.Exists(AwsCli.Program))
        {
            Skip = $"There is no {AwsCli.Program} (Debian package awscli).";
        }
    }
}
