using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>The catalogue of operations.</summary>
internal sealed class CatalogueTarget : FuzzTarget
{
    internal override string Name => "catalogue";

    internal override string About => "the catalogue of operations: read, or refused by one of two exceptions";

    internal override IEnumerable<byte[]> Seeds => Utf8(
    [
        """{"eventSource":"deadline.amazonaws.com","apiVersion":"2023-10-12","operations":[]}""",
        """{"operations":[{"name":"GetFarm","class":"Management","access":"Read","level":"Read","resource":"Farm","iam":"deadline:GetFarm","calledBy":["a"],"shared":false,"inferred":["class"],"does":"x","request":["farmId"],"response":[],"sensitive":[]}]}""",
    ]);

    internal override IEnumerable<string> Words => ["\"operations\":[", "\"name\":", "\"class\":", "\"calledBy\":[", "\"shared\":true", "\"membership\":", "\"documentedOnly\":", "\"since\":", "\"note\":", "\\ud800", "}]}"];

    internal override void Run(byte[] input)
    {
        try
        {
            EveryProperty.Read(OperationCatalogueReader.Read(input).Actions);
        }
        catch (Exception refused) when (refused is JsonException or InvalidDataException)
        {
        }
    }
}
