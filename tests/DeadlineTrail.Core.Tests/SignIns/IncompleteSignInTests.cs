using System.Linq;
using DeadlineTrail.Parsing;
using DeadlineTrail.SignIns;
using Xunit;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>Sign-ins whose records lack what makes them one of a kind.</summary>
public class IncompleteSignInTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sign_ins_of_one_second_without_event_IDs_are_all_there(bool isNewestFirst)
    {
        var collector = new SignInCollector(new SignInQuery { IncludeUnlinked = true }, isNewestFirst);
        foreach (var user in new[] { "ana", "ben", "cleo" })
        {
            collector.Add(SingleRecord.Parse(
                $$$"""{"eventVersion":"1.08","eventTime":"2026-03-02T10:05:00Z","eventSource":"signin.amazonaws.com","eventName":"UserAuthentication","userIdentity":{"userName":"{{{user}}}"},"serviceEventDetails":{"UserAuthentication":"Success"}}""",
                "by hand", 1, false, false)!);
        }

        Assert.Equal(["ana", "ben", "cleo"], SignInAnswer.Of(collector).SignIns.Select(signIn => signIn.UserName).Order());
    }
}
