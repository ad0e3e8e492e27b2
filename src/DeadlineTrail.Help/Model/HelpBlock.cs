using System.Collections.Generic;

namespace DeadlineTrail.Help.Model;

/// <summary>A block of a page, its text plain: no mark-up left in it.</summary>
internal abstract record HelpBlock;

/// <summary>A paragraph, on one line however the page breaks it.</summary>
/// <param name="Text">The text.</param>
internal sealed record Paragraph(string Text) : HelpBlock;

/// <summary>A list.</summary>
/// <param name="Items">The text of each item, with its bullet or number.</param>
internal sealed record ItemList(IReadOnlyList<ListedItem> Items) : HelpBlock;

/// <summary>An item of a list.</summary>
/// <param name="Mark">Its bullet or number.</param>
/// <param name="Text">Its text.</param>
internal sealed record ListedItem(string Mark, string Text);

/// <summary>Lines that are shown as they stand.</summary>
/// <param name="Language">What stands behind the opening fence, such as <c>powershell</c>; empty for nothing.</param>
/// <param name="Text">The lines.</param>
internal sealed record Listing(string Language, string Text) : HelpBlock;

/// <summary>A table.</summary>
/// <param name="Rows">Its rows, the first of which is the heading.</param>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<string>> Rows) : HelpBlock;
