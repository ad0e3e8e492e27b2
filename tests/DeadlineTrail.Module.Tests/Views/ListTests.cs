using System;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Views;

/// <summary>Everything that matters of one event, checked by eye and kept.</summary>
public sealed class ListTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public ListTests(ModuleHost module) => _module = module;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_list_says_everything_that_matters()
    {
        _module.Set("log", _folder.Write("log.json", HandWritten.Record(1, record =>
        {
            record["eventName"] = "CreateQueueEnvironment";
            record["userIdentity"] = JsonNode.Parse($$"""
                {
                  "type": "AssumedRole", "principalId": "AROAEXAMPLE:rosa", "accountId": "{{HandWritten.Account}}", "accessKeyId": "ASIAEXAMPLE",
                  "arn": "arn:aws:sts::{{HandWritten.Account}}:assumed-role/Admin/rosa",
                  "sessionContext": {
                    "sessionIssuer": { "type": "Role", "userName": "Admin" },
                    "attributes": { "creationDate": "2026-03-02T09:00:00Z", "mfaAuthenticated": "true" }
                  }
                }
                """);
            record["requestParameters"] = JsonNode.Parse($$"""{"farmId":"{{HandWritten.Farm}}", "template":"HIDDEN_DUE_TO_SECURITY_REASONS"}""");
            record["responseElements"] = JsonNode.Parse("""{"reason":"responseElements too large","omitted":true,"originalSize":149893}""");
            record["additionalEventData"] = JsonNode.Parse("""{"note":1}""");
            record["errorCode"] = "ConflictException";
            record["errorMessage"] = "It exists.";
        })));

        var local = new DateTimeOffset(HandWritten.Utc(1)).ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            $$"""

            Time        : {{local}}  (2026-03-02T10:01:00Z)
            Event       : CreateQueueEnvironment
            Class       : Management, Write
            Result      : Failed, ConflictException, It exists.
            Actor       : Admin/rosa (Role), arn:aws:sts::111122223333:assumed-role/Admin/rosa
            Credentials : ASIAEXAMPLE, session since 2026-03-02T09:00:00Z, with MFA
            Address     : 192.0.2.10
            Client      : AWS CLI 2.15.0
            UserAgent   : aws-cli/2.15.0
            Resource    : QueueEnvironment
            Identifiers : {{HandWritten.Farm}}
            Request     : {"farmId":"{{HandWritten.Farm}}","template":"HIDDEN_DUE_TO_SECURITY_REASONS"}
            Response    : {"reason":"responseElements too large","omitted":true,"originalSize":149893}
            Details     : {"note":1}
            Withheld    : hidden by AWS: requestParameters.template, too large, left out by CloudTrail: responseElements
            Account     : 111122223333, us-west-2
            EventId     : {{HandWritten.Id(1)}}
            Origin      : {{_folder["log.json"]}}, record 1


            """.ReplaceLineEndings("\n"),
            string.Join('\n', _module.Format("Get-DeadlineTrailEvent $log | Format-List", width: 200).Split('\n').Select(line => line.TrimEnd())));
    }
}
