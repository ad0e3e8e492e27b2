using System.Collections.Generic;
using System.IO;

namespace DeadlineTrail.Benchmarks.Report;

/// <summary>What was to be reached, and whether it was.</summary>
internal static class GoalTable
{
    internal static void Write(TextWriter writer, IEnumerable<Goal> goals)
    {
        writer.WriteLine("### Goals");
        writer.WriteLine();
        var table = new MarkdownTable("on", "goal", " limit", " measured", "met");
        foreach (Goal goal in goals)
        {
            table.Add(
                goal.Corpus,
                goal.Text,
                (goal.IsLeast ? "at least " : "at most ") + Number.Of(goal.Limit),
                Number.Of(goal.Measured),
                goal.IsMet switch { true => "yes", false => "**no**", null => "not measured" });
        }

        table.WriteTo(writer);
    }
}
