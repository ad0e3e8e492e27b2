using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Actors;

public class ActorKindsTests
{
    [Fact]
    public void Every_kind_is_listed_once_with_a_sentence()
    {
        IEnumerable<string?> constants = typeof(ActorKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string?)field.GetRawConstantValue());

        Assert.Equal(constants.Order(), ActorKinds.All.Select(kind => kind.Key).Order());
        Assert.All(ActorKinds.All, kind => Assert.EndsWith(".", kind.Value));
    }
}
