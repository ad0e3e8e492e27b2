using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>A table held against the AWS command line.</summary>
internal sealed class AwsCliTheoryAttribute : TheoryAttribute
{
    public AwsCliTheoryAttribute() => Skip = new AwsCliFactAttribute().Skip;
}
