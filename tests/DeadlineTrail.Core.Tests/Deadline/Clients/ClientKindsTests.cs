using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Clients;

public class ClientKindsTests
{
    [Fact]
    public void Every_kind_is_listed_once_with_a_sentence()
    {
        IEnumerable<string?> constants = typeof(ClientKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string?)field.GetRawConstantValue());

        Assert.Equal(constants.Order(), ClientKinds.All.Select(kind => kind.Key).Order());
        Assert.All(ClientKinds.All, kind => Assert.EndsWith(".", kind.Value));
    }
}
