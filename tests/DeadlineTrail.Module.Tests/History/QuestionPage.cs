using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;

namespace DeadlineTrail.Module.Tests.History;

/// <summary>docs/questions.md: questions, commands and the answers written below them.</summary>
internal sealed class QuestionPage
{
    private const string Fence = "```";
    private readonly string _path = Checkout.In("docs/questions.md");
    private readonly List<string> _lines;

    public QuestionPage()
    {
        _lines = [.. File.ReadAllLines(_path)];
        for (var at = 0; at < _lines.Count; at++)
        {
            if (_lines[at].StartsWith("## ", StringComparison.Ordinal))
            {
                var commands = Block(at, Fence + "powershell");
                var answer = Block(commands.End, Fence + "text");
                Questions.Add(new Question(_lines[at][3..], Slice(commands), Slice(answer), answer.Begin, answer.End));
            }
        }
    }

    public List<Question> Questions { get; } = [];

    /// <summary>What an object of an answer is in one line, the same in every time zone.</summary>
    public static string Line(PSObject shown)
    {
        string Text(string name) => Convert.ToString(shown.Value(name), System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return shown.BaseObject.GetType().Name switch
        {
            "ResourceHistoryEntry" => $"{Text("EventTimeUtc")}  {Text("ActorName").Split('/')[^1]}  {Text("Operation")}  {string.Join("; ", ((IEnumerable<object>)shown.Value("Changes")!).Select(change => change.ToString()))}  {Text("Cause")}".TrimEnd(),
            "TrailMeasure" => string.Join("  ", new[] { "WorkerId", "EventName", "ErrorCode", "Succeeded", "SourceIPAddress", "Actor" }
                .Where(name => shown.Properties[name] is not null).Select(name => Text(name).Split('/')[^1])) + "  " + Text("Count"),
            _ => $"{Text("EventTimeUtc")}  {Text("ActorName").Split('/')[^1]}  {Text("EventName")}  {Text("SourceIPAddress")}  {Text("ResourceId")}".TrimEnd(),
        };
    }

    /// <summary>Writes answers into the page, for whoever changes a command or the samples.</summary>
    public void Write(IEnumerable<(Question Question, IReadOnlyList<string> Answer)> answers)
    {
        foreach (var (question, answer) in answers.Reverse())
        {
            _lines.RemoveRange(question.AnswerBegin, question.AnswerEnd - question.AnswerBegin);
            _lines.InsertRange(question.AnswerBegin, answer);
        }

        File.WriteAllText(_path, string.Join("\n", _lines) + "\n");
    }

    private (int Begin, int End) Block(int from, string fence)
    {
        var begin = _lines.IndexOf(fence, from) + 1;
        return (begin, _lines.IndexOf(Fence, begin));
    }

    private List<string> Slice((int Begin, int End) block) => _lines[block.Begin..block.End];
}

/// <summary>A question of the page.</summary>
internal sealed record Question(string Text, IReadOnlyList<string> Commands, IReadOnlyList<string> Answer, int AnswerBegin, int AnswerEnd)
{
    public override string ToString() => Text;
}
