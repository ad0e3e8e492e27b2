using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DeadlineTrail.Catalogue;
using DeadlineTrail.Deadline;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Catalogue;

/// <summary>The catalogue as a whole: counts and forms that hold for every operation.</summary>
public sealed class OperationCatalogueTests
{
    private static readonly IReadOnlyList<TrailAction> s_actions = OperationCatalogue.Current.Actions;

    // The CloudTrail page of the Deadline Cloud guide lists 87 management events and 28 data events; 13 operations of the model are on neither list.
    [Theory]
    [InlineData("Management", 87, "Yes")]
    [InlineData("Data", 28, "No")]
    [InlineData("Unknown", 13, "Unknown")]
    public void Every_operation_is_in_the_class_that_AWS_lists_it_in(string eventClass, int count, string inEventHistory)
    {
        TrailAction[] actions = [.. s_actions.Where(action => action.EventClass == eventClass)];

        Assert.Equal(count, actions.Length);
        Assert.All(actions, action => Assert.Equal(inEventHistory, action.InEventHistory));
    }

    [Theory]
    [InlineData("{\"apiVersion\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    public void Text_that_is_no_text_is_no_catalogue(string json) =>
        Assert.Throws<System.IO.InvalidDataException>(() => OperationCatalogueReader.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void There_are_126_operations_of_the_model_and_two_that_only_the_documentation_has()
    {
        Assert.Equal(128, s_actions.Count);
        Assert.Equal(["GetApplicationVersion", "GetFeatureMap"], s_actions.Where(action => action.IsDocumentedOnly).Select(action => action.Name));
    }

    [Fact]
    public void Operations_come_in_ordinal_order_of_their_names() =>
        Assert.Equal(s_actions.Select(action => action.Name).Order(StringComparer.Ordinal), s_actions.Select(action => action.Name));

    [Fact]
    public void A_sentence_says_what_every_operation_does() => Assert.All(s_actions, action =>
    {
        Assert.Matches("^[A-Z].*[^.]\\.$", action.Description);
        Assert.DoesNotContain(". ", action.Description, StringComparison.Ordinal);
        Assert.InRange(action.Description.Length, 15, 130);
    });

    [Fact]
    public void Nobody_is_still_to_describe_an_operation() =>
        Assert.DoesNotContain(s_actions, action => action.Description.StartsWith(NewOperation.PlaceholderStart, StringComparison.Ordinal));

    [Fact]
    public void Data_events_and_only_they_name_the_resource_type_a_selector_needs() =>
        Assert.All(s_actions, action => Assert.Equal(action.EventClass == "Data", action.CloudTrailResourceType is not null));

    [Fact]
    public void Access_agrees_with_the_access_level() => Assert.All(s_actions, action =>
        Assert.Equal(action.AccessLevel is "List" or "Read" ? "Read" : "Write", action.Access));

    [Fact]
    public void Values_are_those_the_documentation_of_TrailAction_promises() => Assert.All(s_actions, action =>
    {
        Assert.Contains(action.AccessLevel, new[] { "List", "Read", "Write", "Tagging", "Permissions management" });
        Assert.Contains(action.MinimumMembershipLevel, new[] { null, "VIEWER", "CONTRIBUTOR", "MANAGER", "OWNER" });
        Assert.All(action.CalledBy, caller => Assert.Contains(caller, new[] { "MonitorUser", "Worker", "WorkerHost", "Administrator" }));
        Assert.Equal(action.MinimumMembershipLevel is not null || action.Name == "GetApplicationVersion", action.CalledBy.Contains("MonitorUser"));
        Assert.All(action.Inferred, name => Assert.NotNull(typeof(TrailAction).GetProperty(name)));
        Assert.Matches("^[A-Z][A-Za-z]+$", action.ResourceType);
        Assert.Equal(action.Name, action.ToString());
    });

    // The identifiers of the service, section "Identifiers" of its model: what is not among them names something outside Deadline Cloud.
    [Fact]
    public void Every_identifier_is_one_of_Deadline_Cloud()
    {
        Regex known = new(
            @"(^|\.)((farm|queue|fleet|worker|job|step|task|session|sessionAction|budget|limit|licenseEndpoint|monitor|queueEnvironment|storageProfile|volume|product|aggregation|environment|principal)Id"
            + @"|attachedWorkerId|latestSessionActionId|sourceJobId|(queue|fleet|allowedStorageProfile)Ids(ToAdd|ToRemove)?\[\]|dependencies\[\]|resourceArn"
            + @"|(assignedSessions|cancelSessionActions|updatedSessionActions)\{key\}|cancelSessionActions\{\}\[\])$");

        Assert.All(
            s_actions.SelectMany(action => action.RequestIdentifiers.Concat(action.ResponseIdentifiers)),
            identifier => Assert.Matches(known, identifier));
    }

    // The model's history: 102 operations at first, then 1, 10, 8, 2 and 3 more.
    [Theory]
    [InlineData("2024-04-01", 102)]
    [InlineData("2024-10-07", 1)]
    [InlineData("2025-01-28", 10)]
    [InlineData("2026-04-06", 8)]
    [InlineData("2026-04-13", 2)]
    [InlineData("2026-05-28", 3)]
    [InlineData(null, 2)]
    public void Operations_are_dated_by_the_model_that_first_had_them(string? since, int count) =>
        Assert.Equal(count, s_actions.Count(action => action.Since == since));

    [Fact]
    public void A_name_is_found_in_exact_spelling_only()
    {
        Assert.True(OperationCatalogue.Current.TryGet("UpdateJob", out TrailAction? action));
        Assert.Equal("UpdateJob", action.Name);
        Assert.False(OperationCatalogue.Current.TryGet("updatejob", out _));
        Assert.False(OperationCatalogue.Current.TryGet("RunInstances", out _));
        Assert.False(OperationCatalogue.Current.TryGet("", out _));
        Assert.False(OperationCatalogue.Current.TryGet(null, out _));
    }

    [Fact]
    public void Lists_that_everybody_shares_cannot_be_written_to() => Assert.All(s_actions, action =>
    {
        Assert.All(
            new[] { action.RequestIdentifiers, action.ResponseIdentifiers, action.CalledBy, action.SensitiveParameters, action.Inferred },
            list => Assert.True(list is string[] { Length: 0 } || ((ICollection<string>)list).IsReadOnly));
    });

    [Fact]
    public void The_file_is_written_as_the_merge_writes_it()
    {
        byte[] file = File.ReadAllBytes(Checkout.Catalogue);

        Assert.Equal(file, CatalogueWriter.Write(OperationCatalogueReader.Read(file)));
        Assert.All(file, octet => Assert.InRange(octet, (byte)'\n', (byte)'~'));
    }
}
