using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Catalogue;

/// <summary>
/// Writes operations.json: the same catalogue always gives the same bytes, and one operation is a few lines, each with what tends to
/// change together, so that a difference can be reviewed.
/// </summary>
internal static class CatalogueWriter
{
    internal static byte[] Write(OperationCatalogue catalogue)
    {
        StringBuilder text = new();
        text.Append("{\"eventSource\":\"deadline.amazonaws.com\",\"apiVersion\":").Append(Quoted(catalogue.ApiVersion)).Append(",\"operations\":[\n");
        text.AppendJoin(",\n", catalogue.Actions.Select(Operation));
        text.Append("\n]}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Operation(TrailAction action)
    {
        string?[][] lines =
        [
            [
                Text("name", action.Name),
                Text("class", action.EventClass),
                Text("cloudTrailResource", action.CloudTrailResourceType),
                Text("access", action.Access),
                Text("level", action.AccessLevel),
                Text("resource", action.ResourceType),
                Text("iam", action.IamAction),
                Text("since", action.Since),
            ],
            [
                List("calledBy", action.CalledBy),
                Text("membership", action.MinimumMembershipLevel),
                Flag("shared", action.IsShared),
                Flag("documentedOnly", action.IsDocumentedOnly),
                action.Inferred.Count == 0 ? null : List("inferred", action.Inferred),
            ],
            [Text("does", action.Description)],
            [Text("note", action.Note)],
            [
                List("request", action.RequestIdentifiers),
                List("response", action.ResponseIdentifiers),
                List("sensitive", action.SensitiveParameters),
            ],
        ];

        IEnumerable<string> written = lines.Select(line => string.Join(",", line.Where(part => part is not null))).Where(line => line.Length > 0);
        return "  {" + string.Join(",\n   ", written) + "}";
    }

    private static string? Text(string name, string? value) => value is null ? null : $"{Quoted(name)}:{Quoted(value)}";

    private static string? Flag(string name, bool value) => value ? $"{Quoted(name)}:true" : null;

    private static string List(string name, IReadOnlyList<string> values) => $"{Quoted(name)}:[{string.Join(",", values.Select(Quoted))}]";

    // An apostrophe stays an apostrophe: the file is read by people, never put into a web page.
    private static string Quoted(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
