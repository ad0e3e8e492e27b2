using DeadlineTrail.Deadline.Identifiers;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Identifiers;

/// <summary>The patterns of the service model (2023-10-12): prefix, 32 lower-case hexadecimal digits, and for two kinds a number.</summary>
public class IdentifierShapeTests
{
    [Theory]
    [InlineData(Ids.Farm, nameof(IdentifierKind.Farm))]
    [InlineData(Ids.Queue, nameof(IdentifierKind.Queue))]
    [InlineData(Ids.Fleet, nameof(IdentifierKind.Fleet))]
    [InlineData(Ids.Worker, nameof(IdentifierKind.Worker))]
    [InlineData(Ids.Job, nameof(IdentifierKind.Job))]
    [InlineData(Ids.Step, nameof(IdentifierKind.Step))]
    [InlineData(Ids.Task, nameof(IdentifierKind.Task))]
    [InlineData("task-0123456789abcdef0123456789abcdef-1234567890", nameof(IdentifierKind.Task))]
    [InlineData(Ids.Session, nameof(IdentifierKind.Session))]
    [InlineData(Ids.SessionAction, nameof(IdentifierKind.SessionAction))]
    [InlineData(Ids.Budget, nameof(IdentifierKind.Budget))]
    [InlineData(Ids.Limit, nameof(IdentifierKind.Limit))]
    [InlineData(Ids.LicenseEndpoint, nameof(IdentifierKind.LicenseEndpoint))]
    [InlineData(Ids.Monitor, nameof(IdentifierKind.Monitor))]
    [InlineData(Ids.QueueEnvironment, nameof(IdentifierKind.QueueEnvironment))]
    [InlineData(Ids.StorageProfile, nameof(IdentifierKind.StorageProfile))]
    [InlineData(Ids.Volume, nameof(IdentifierKind.Volume))]
    public void Each_kind_is_known_by_its_shape_in_any_field_as_a_key_and_inside_text(string id, string kind)
    {
        string[] requests =
        [
            $$"""{"whatever":"{{id}}"}""",
            $$"""{"list":[["{{id}}"]]}""",
            $$$"""{"map":{"{{{id}}}":1}}""",
            $$"""{"text":"about {{id}}."}""",
            $$"""{"key":"DeadlineCloud/{{id}}/Inputs/x_input"}""",
            $$"""{"key":"{{id}}_input"}""",
            $$"""{"environmentId":"JOB:{{id}}:name"}""",
        ];
        foreach (string request in requests)
        {
            RecordIdentifiers identifiers = Ids.Read(request);

            Assert.Equal(id, Assert.Single(identifiers.All));
            Assert.Equal(id, Assert.Single(identifiers.Values(System.Enum.Parse<IdentifierKind>(kind))));
        }
    }

    [Theory]
    [InlineData("job-0123456789abcdef0123456789abcde")]
    [InlineData("job-0123456789abcdef0123456789abcdef0")]
    [InlineData("job-0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("JOB-0123456789abcdef0123456789abcdef")]
    [InlineData("job_0123456789abcdef0123456789abcdef")]
    [InlineData("Xjob-0123456789abcdef0123456789abcdef")]
    [InlineData("1job-0123456789abcdef0123456789abcdef")]
    [InlineData("nojob-0123456789abcdef0123456789abcdef")]
    [InlineData("verylongnamejob-0123456789abcdef0123456789abcdef")]
    [InlineData("task-0123456789abcdef0123456789abcdef")]
    [InlineData("task-0123456789abcdef0123456789abcdef-")]
    [InlineData("task-0123456789abcdef0123456789abcdef-x")]
    [InlineData("task-0123456789abcdef0123456789abcdef-12345678901")]
    [InlineData("sessionaction-0123456789abcdef0123456789abcdef")]
    [InlineData("-0123456789abcdef0123456789abcdef")]
    [InlineData("machine-0123456789abcdef0123456789abcdef")]
    [InlineData("----------------------------------------------------------")]
    public void What_has_not_the_shape_is_no_identifier(string text)
    {
        Assert.Empty(Ids.Read($$"""{"whatever":"{{text}}"}""").All);
    }

    [Fact]
    public void Several_identifiers_in_one_text_are_all_found()
    {
        RecordIdentifiers identifiers = Ids.Read($$"""{"x":"{{Ids.Farm}}/{{Ids.Queue}}-{{Ids.Job}},{{Ids.Task}}-{{Ids.OtherJob}}"}""");

        Assert.Equal([Ids.Farm, Ids.Queue, Ids.Job, Ids.Task, Ids.OtherJob], identifiers.All);
    }

    [Fact]
    public void Identifiers_are_compared_exactly()
    {
        RecordIdentifiers identifiers = Ids.Read($$"""{"jobId":"{{Ids.Job}}"}""");

        Assert.True(identifiers.Mentions(IdentifierKind.Job, Ids.Job));
        Assert.True(identifiers.Mentions(Ids.Job));
        Assert.False(identifiers.Mentions(IdentifierKind.Queue, Ids.Job));
        Assert.False(identifiers.Mentions(IdentifierKind.Job, Ids.Job.ToUpperInvariant()));
        Assert.False(identifiers.Mentions(IdentifierKind.Job, Ids.OtherJob));
        Assert.False(identifiers.Mentions(Ids.OtherJob));
    }

    // AWS's own CreateFarm example has "EXAMPLE-farmID"; callers mistype, and the denial of it must still show what they typed.
    [Theory]
    [InlineData("EXAMPLE-farmID")]
    [InlineData("farm-xyz")]
    [InlineData("Ferme n\u00b0 1")]
    public void A_field_of_its_own_counts_whatever_stands_in_it(string id)
    {
        Assert.Equal(id, Ids.Read(response: $$"""{"farmId":"{{id}}"}""")[IdentifierKind.Farm]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HIDDEN_DUE_TO_SECURITY_REASONS")]
    [InlineData("***")]
    public void Nothing_and_hidden_values_are_no_identifiers(string value)
    {
        Assert.Empty(Ids.Read($$"""{"farmId":"{{value}}"}""").All);
    }

    [Fact]
    public void A_field_of_another_type_is_no_identifier()
    {
        Assert.Empty(Ids.Read("""{"farmId":17,"queueId":null,"jobId":{"a":"b"},"stepId":true}""").All);
    }
}
