using System.IO;
using System.Linq;
using Xunit;

namespace DeadlineTrail.Fuzzing;

/// <summary>The targets hold on what they begin with, and on everything that ever broke one.</summary>
public class FindingTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void What_fuzzing_begins_with_and_what_it_found_is_read_rightly(string name)
    {
        var target = FuzzTargets.Get(name);
        var guard = new GrowthGuard();
        foreach (var seed in target.Seeds)
        {
            guard.Run(target, seed);
        }

        foreach (var path in FoundInputs.Of(name))
        {
            var failure = Record.Exception(() => guard.Run(target, File.ReadAllBytes(path)));
            Assert.True(failure is null, $"{path}: {failure}");
        }
    }
}
