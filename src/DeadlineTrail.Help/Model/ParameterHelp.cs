using System.Collections.Generic;

namespace DeadlineTrail.Help.Model;

/// <summary>The help of one parameter.</summary>
internal sealed class ParameterHelp
{
    internal required string Name { get; init; }

    internal required IReadOnlyList<HelpBlock> Description { get; init; }

    internal required ParameterFacts Facts { get; init; }
}

/// <summary>What can be said of a parameter in a word or two: the YAML block behind its description.</summary>
/// <remarks>
/// Names and order are those of Microsoft.PowerShell.PlatyPS, schema 2024-05-01
/// (https://github.com/PowerShell/platyPS/blob/main/src/MarkdownReader/V2ParameterMetadata.cs).
/// </remarks>
internal sealed class ParameterFacts
{
    public string Type { get; set; } = "";

    public string DefaultValue { get; set; } = "";

    public bool SupportsWildcards { get; set; }

    public List<string> Aliases { get; set; } = [];

    public List<ParameterInSet> ParameterSets { get; set; } = [];

    public bool DontShow { get; set; }

    public List<string> AcceptedValues { get; set; } = [];

    public string HelpMessage { get; set; } = "";
}

/// <summary>What a parameter is in one parameter set, or in all.</summary>
internal sealed class ParameterInSet
{
    /// <summary>The name that stands for every set.</summary>
    internal const string All = "(All)";

    /// <summary>The position of a parameter that has none.</summary>
    internal const string Named = "Named";

    public string Name { get; set; } = "";

    public string Position { get; set; } = "";

    public bool IsRequired { get; set; }

    public bool ValueFromPipeline { get; set; }

    public bool ValueFromPipelineByPropertyName { get; set; }

    public bool ValueFromRemainingArguments { get; set; }
}
