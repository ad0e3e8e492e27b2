using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using DeadlineTrail.Catalogue;
using DeadlineTrail.Deadline;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Catalogue;

/// <summary>A newer service model comes into a catalogue: a model and a catalogue of a few operations, made by hand.</summary>
public sealed class CatalogueMergeTests
{
    private static readonly MergeResult s_result = Merge(File.ReadAllText(Checkout.TestData("model.json")));

    [Fact]
    public void What_people_wrote_of_an_operation_is_kept()
    {
        TrailAction action = Get("GetCrate");

        Assert.Equal(
            ("Data", "AWS::Deadline::Crate", "Read", "Read", "Crate", "deadline:GetCrate", "2024-04-01", "MonitorUser", "VIEWER", "Reads a crate.", "Don't be surprised."),
            (action.EventClass, action.CloudTrailResourceType, action.Access, action.AccessLevel, action.ResourceType, action.IamAction, action.Since,
                action.CalledBy.Single(), action.MinimumMembershipLevel, action.Description, action.Note));
    }

    [Fact]
    public void A_new_operation_gets_what_the_model_knows_and_marked_guesses()
    {
        Assert.Equal(["DeleteRenderPool", "ListRenderPools"], s_result.Added);

        TrailAction list = Get("ListRenderPools");
        Assert.Equal(
            ("Unknown", "Read", "List", "RenderPool", "deadline:ListRenderPools", "2027-01-31", "Not described yet; its name says: list render pools."),
            (list.EventClass, list.Access, list.AccessLevel, list.ResourceType, list.IamAction, list.Since, list.Description));
        Assert.Equal(["farmId"], list.RequestIdentifiers);
        Assert.Equal(["AccessLevel", "ResourceType", "IamAction", "Description"], list.Inferred);
        Assert.Empty(list.CalledBy);

        Assert.Equal(("Write", "Write", "RenderPool"), (Get("DeleteRenderPool").Access, Get("DeleteRenderPool").AccessLevel, Get("DeleteRenderPool").ResourceType));
    }

    [Fact]
    public void An_operation_the_model_dropped_is_kept_because_old_records_name_it()
    {
        Assert.Equal(["DeleteCrate"], s_result.NoLongerInModel);
        Assert.Equal("Deletes a crate.", Get("DeleteCrate").Description);
    }

    [Fact]
    public void An_event_that_only_the_documentation_has_is_not_missed_in_the_model() => Assert.True(Get("GetRumour").IsDocumentedOnly);

    [Fact]
    public void Paths_have_wire_names_and_go_through_lists_and_maps_and_never_in_circles()
    {
        Assert.Equal(["steps[]", "sessions{key}", "sessions{}.jobId"], Get("GetCrate").ResponseIdentifiers);
        Assert.Equal(["farmId", "resourceArn", "parts[].jobId"], Get("UpdateCrate").RequestIdentifiers);
    }

    [Fact]
    public void Sensitive_is_the_outermost_place_and_nothing_within_is_an_identifier()
    {
        Assert.Equal(["parts[].text", "note", "secrets"], Get("UpdateCrate").SensitiveParameters);
        Assert.DoesNotContain("secrets.jobId", Get("UpdateCrate").RequestIdentifiers);
    }

    [Fact]
    public void Another_order_of_members_is_no_change() => Assert.Equal(["queueId", "farmId"], Get("GetCrate").RequestIdentifiers);

    [Fact]
    public void Every_difference_is_told() => Assert.Equal(
        [
            "UpdateCrate: Access Read -> Write",
            "UpdateCrate: RequestIdentifiers -oldId +resourceArn +parts[].jobId",
            "UpdateCrate: SensitiveParameters +parts[].text +secrets",
        ],
        s_result.Changed);

    [Theory]
    [InlineData("UpdateCrate: the model now says Write")]
    [InlineData("DeleteRenderPool: find its event class")]
    [InlineData("ListRenderPools: find its event class")]
    [InlineData("ParcelId: say in IdentifierShapes")]
    public void What_only_a_person_can_decide_is_asked_for(string beginning)
    {
        Assert.Equal(4, s_result.NeedsReview.Count);
        Assert.Single(s_result.NeedsReview, entry => entry.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]", "This is not a service model")]
    [InlineData("""{"metadata":{},"operations":{}}""", "This is not a service model")]
    [InlineData("""{"metadata":{"endpointPrefix":"s3"},"operations":{},"shapes":{}}""", "model of another service")]
    [InlineData("""{"metadata":{"endpointPrefix":"deadline","apiVersion":"2023-10-12"},"operations":{"GetFarm":{}},"shapes":{}}""", "No operation of this model is marked read-only")]
    public void A_file_that_cannot_be_the_newer_model_is_refused(string model, string because) =>
        Assert.Contains(because, Assert.Throws<InvalidDataException>(() => Merge(model)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"operations":[{"name":"A","nmae":"B"}]}""", "'nmae'")]
    [InlineData("""{"operations":[{"name":1}]}""", "Number at byte 23")]
    [InlineData("""{"operations":[{"name":"A"},{"name":"A"}]}""", "'A' twice")]
    public void A_slip_in_the_catalogue_is_named(string catalogue, string slip) =>
        Assert.Contains(slip, Assert.Throws<InvalidDataException>(() => OperationCatalogueReader.Read(Encoding.UTF8.GetBytes(catalogue))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cut_catalogue_is_an_error() =>
        Assert.ThrowsAny<JsonException>(() => OperationCatalogueReader.Read("{\"operations\":[{\"name\":\"A\""u8));

    [Fact]
    public void The_command_writes_once_and_then_finds_nothing_to_do()
    {
        string catalogue = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string[] arguments = [Checkout.TestData("model.json"), "--since", "2027-01-31", "--catalogue", catalogue];
        try
        {
            File.Copy(Checkout.TestData("catalogue.json"), catalogue);

            Assert.Equal((1, true), Run([.. arguments, "--check"], "would change."));
            Assert.Equal(File.ReadAllBytes(Checkout.TestData("catalogue.json")), File.ReadAllBytes(catalogue));

            Assert.Equal((0, true), Run(arguments, "is written."));
            byte[] written = File.ReadAllBytes(catalogue);
            Assert.Equal(6, OperationCatalogueReader.Read(written).Actions.Count);

            Assert.Equal((0, true), Run([.. arguments, "--check"], "is what this model gives."));
            Assert.Equal(written, File.ReadAllBytes(catalogue));
        }
        finally
        {
            File.Delete(catalogue);
        }
    }

    [Theory]
    [InlineData("", "--check")]
    [InlineData("--force model.json", "'--force' is not understood")]
    [InlineData("model.json --since yesterday", "'yesterday' is not a day")]
    [InlineData("no-such-model.json", "no-such-model.json")]
    public void A_command_line_that_cannot_be_followed_says_why(string arguments, string because)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);

        Assert.Equal(2, Program.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), Checkout.Root, output, error));
        Assert.Contains(because, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    private static (int ExitCode, bool SaysSo) Run(string[] arguments, string expected)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        int exitCode = Program.Run(arguments, Path.GetTempPath(), output, error);
        Assert.Empty(error.ToString());
        return (exitCode, output.ToString().Contains(expected, StringComparison.Ordinal));
    }

    private static MergeResult Merge(string model) => CatalogueMerge.Merge(
        OperationCatalogueReader.Read(File.ReadAllBytes(Checkout.TestData("catalogue.json"))),
        ServiceModel.Read(Encoding.UTF8.GetBytes(model)),
        "2027-01-31");

    private static TrailAction Get(string name)
    {
        Assert.True(s_result.Catalogue.TryGet(name, out TrailAction? action));
        return action;
    }
}
