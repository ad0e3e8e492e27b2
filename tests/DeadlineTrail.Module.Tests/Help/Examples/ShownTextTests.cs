using System;
using System.Collections.Generic;
using System.Globalization;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>A comparison that lets everything pass would prove nothing of the documents.</summary>
public sealed class ShownTextTests
{
    [Theory]
    [InlineData("a|b", "a|b", true)]
    [InlineData("a|b", "a|c", false)]
    [InlineData("a|b", "a|b|c", false)]
    [InlineData("a  |b", "a|b", true)]
    [InlineData("|a|", "a", true)]
    [InlineData("a|...|d", "a|b|c|d", true)]
    [InlineData("a|...|d", "a|d", true)]
    [InlineData("a|...|d", "a|b|c", false)]
    [InlineData("a|...|c|...", "a|b|c|d", true)]
    [InlineData("a|...|x|...", "a|b|c|d", false)]
    [InlineData("...|d", "a|b|c|d", true)]
    [InlineData("a|...|a", "a", false)]
    public void Three_dots_stand_for_any_lines_and_nothing_else_does(string shown, string lines, bool matches) =>
        Assert.Equal(matches, ShownText.Matches(shown.Split('|'), lines.Split('|')));

    [Fact]
    public void Local_times_are_read_as_those_of_a_machine_on_utc()
    {
        var instant = new DateTime(2026, 3, 2, 10, 4, 11, DateTimeKind.Utc);
        var local = new DateTimeOffset(instant.ToLocalTime());
        var terminal = string.Format(CultureInfo.InvariantCulture, "{0:yyyy-MM-dd HH:mm:ss} x\nTime : {0:yyyy-MM-dd HH:mm:ss zzz} y", local);

        Assert.Equal(["2026-03-02 10:04:11 x", "Time : 2026-03-02 10:04:11 +00:00 y"], ShownText.Lines(terminal));
    }

    [Fact]
    public void What_a_document_leaves_out_stays_left_out_when_it_is_written_anew() =>
        Assert.Equal(
            (IReadOnlyList<string>)["1", "...", "5", "6"],
            ShownText.InTheFormOf(["x", "...", "y", "z"], ["1", "2", "3", "4", "5", "6"]));
}
