using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.People;

/// <summary>The producer, an owner of the farm: looks at costs a few times a week, seldom changes a budget.</summary>
internal static class Producer
{
    public static IEnumerable<DateTime> Play(Stage stage)
    {
        Person person = stage.Cast.Producer;
        Dice dice = stage.DiceFor(person.UserName);
        for (int day = 0; day < stage.Options.Days; day++)
        {
            DateTime begins = stage.At(day, 11, dice.Below(180)) + dice.Seconds(0, 59);
            if (begins.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || dice.Chance(0.3))
            {
                continue;
            }

            yield return begins;
            MonitorSession session = stage.OpenSession(person) ?? stage.SignIn(person);
            yield return stage.Clock.Now + dice.Seconds(75, 120);
            Resource farm = stage.Site.Farm;
            stage.Api.Call(session.Browser, "ListBudgets", farm, new JsonObject { ["status"] = "ACTIVE" });
            yield return stage.Clock.Now + dice.Seconds(2, 9);
            stage.Api.Call(session.Browser, "StartSessionsStatisticsAggregation", farm, new JsonObject { ["period"] = "WEEKLY", ["timezone"] = "UTC+01:00" });
            yield return stage.Clock.Now + dice.Seconds(3, 9);
            string aggregation = dice.Hex(32);
            for (int i = dice.Between(1, 3); i > 0; i--)
            {
                stage.Api.Call(session.Browser, "GetSessionsStatisticsAggregation", farm, new JsonObject { ["aggregationId"] = aggregation });
                yield return stage.Clock.Now + dice.Seconds(2, 5);
            }

            if (stage.Site.Living("Budget") is { Count: > 0 } budgets)
            {
                Resource budget = dice.Pick(budgets);
                stage.Api.Call(session.Browser, "GetBudget", budget);
                yield return stage.Clock.Now + dice.Seconds(20, 90);
                if (dice.Chance(0.2) && !budget.Deleted)
                {
                    stage.Api.Call(session.Browser, "UpdateBudget", budget, new JsonObject { ["approximateDollarLimit"] = dice.Between(80, 300) * 100 });
                }
            }
        }
    }
}
