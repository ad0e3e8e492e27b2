using System.Collections.Generic;

namespace DeadlineTrail.Help.Model;

/// <summary>The help of one cmdlet.</summary>
internal sealed class CommandHelp
{
    internal required string Name { get; init; }

    /// <summary>The name of the file Get-Help looks for, such as <c>DeadlineTrail.dll-Help.xml</c>.</summary>
    internal required string HelpFile { get; init; }

    internal required IReadOnlyList<HelpBlock> Synopsis { get; init; }

    internal required IReadOnlyList<HelpBlock> Description { get; init; }

    /// <summary>The parameter sets, in the order in which the page shows their syntax.</summary>
    internal required IReadOnlyList<ParameterSetHelp> ParameterSets { get; init; }

    internal required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    internal required IReadOnlyList<ExampleHelp> Examples { get; init; }

    internal required IReadOnlyList<TypeHelp> Inputs { get; init; }

    internal required IReadOnlyList<TypeHelp> Outputs { get; init; }

    internal required IReadOnlyList<HelpBlock> Notes { get; init; }

    internal required IReadOnlyList<LinkHelp> Links { get; init; }
}

/// <summary>A parameter set.</summary>
/// <param name="Name">Its name; <c>__AllParameterSets</c> for the only one of a cmdlet that has none.</param>
/// <param name="IsDefault">Whether it is used where the arguments do not decide.</param>
/// <param name="Syntax">The syntax as the page shows it, on one line.</param>
internal sealed record ParameterSetHelp(string Name, bool IsDefault, string Syntax);

/// <summary>An example.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">Text, commands and what they show, in the order of the page.</param>
internal sealed record ExampleHelp(string Title, IReadOnlyList<HelpBlock> Blocks);

/// <summary>A type that is taken from the pipeline or put into it.</summary>
/// <param name="Name">The type's full name.</param>
/// <param name="Description">What about it.</param>
internal sealed record TypeHelp(string Name, IReadOnlyList<HelpBlock> Description);

/// <summary>A link to something else worth reading.</summary>
/// <param name="Text">What to call it; the name of a cmdlet or an about page is what Get-Help finds it by.</param>
/// <param name="Uri">Its address; null for another page of this help.</param>
internal sealed record LinkHelp(string Text, string? Uri);
