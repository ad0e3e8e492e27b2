using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Core.Tests.SignIns;

public sealed class SignInStudiosTests
{
    /// <summary>Else what is held against the ledger above would be less than it seems.</summary>
    [Fact]
    public void The_studios_have_every_kind_of_session()
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var trail in SignInStudios.All.Values.Select(Testing.Studio.Create))
        {
            var truth = new SignInTruth(trail.Ledger);
            kinds.UnionWith(trail.Ledger.SignIns.Select(session => session.CredentialType).OfType<string>());
            kinds.UnionWith(truth.Sessions().Select(session => session.SignInEventId is null ? "not seen" : session.Grants.Count switch { 0 => "without a grant", 1 => "one grant", _ => "several grants" }));
            kinds.UnionWith(trail.Ledger.SignIns.Where(session => session.SignInEventId is not null).Select(session => truth.IsToMonitor(session.SignInEventId!) ? "to the monitor" : "to the portal"));
            kinds.UnionWith(trail.Ledger.FailedSignIns.Select(failed => failed.UserName is null ? "failed, no such user" : "failed"));
            kinds.UnionWith(trail.Ledger.Records.Where(record => record.EventName == "UserAuthentication" && truth.TextOf(record.EventId, "additionalEventData", "LoginTo") == "https://clients.amazonaws.com/workspaces").Select(_ => "WorkSpaces"));
            kinds.UnionWith(trail.Ledger.SignIns.Where(session => session.ChainedKeys.Count > 0).Select(_ => "role chain"));
        }

        Assert.Equal(
            "EXTERNAL_IDP|PASSWORD|PASSWORD,TOTP|PASSWORD,WEBAUTHN|WorkSpaces|failed|failed, no such user|not seen|one grant|role chain|several grants|to the monitor|to the portal|without a grant",
            string.Join("|", kinds));
    }
}
