using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DeadlineTrail.Recording;

/// <summary>
/// Whether a value meets the conditions on its field. "DESELECT operators are AND'd together. If any of the DESELECT
/// operator conditions are met, the event is not delivered." (NotEndsWith, NotEquals, NotStartsWith) "SELECT operators are
/// OR'd together." (EndsWith, Equals, StartsWith) "Combinations of SELECT and DESELECT operators follow the above rules and
/// both groups are AND'd together.", https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html.
/// "Selectors don't support the use of wildcards like *": every value is compared as it stands.
/// </summary>
internal static class FieldMatch
{
    private static readonly Regex PartitionAndService = new("^arn:aws[a-z-]*:deadline:", RegexOptions.CultureInvariant);

    private static readonly string[] Beginnings = ["arn:aws:deadline:", "arn:aws-cn:deadline:", "arn:aws-us-gov:deadline:"];

    /// <summary>Of a value that every such call has.</summary>
    internal static Recorded Of(FieldSelector field, string value)
    {
        var selected = !field.Selects || Any(field.EqualTo, field.StartsWith, field.EndsWith, value);
        return selected && !Any(field.NotEqualTo, field.NotStartsWith, field.NotEndsWith, value) ? Recorded.Yes : Recorded.No;
    }

    /// <summary>
    /// Of the ARN of some resource of Deadline Cloud: it begins with arn:, a partition and :deadline:. A condition that no
    /// such ARN can meet lets nothing through, and one that keeps out none of them keeps nothing out. Else some calls are
    /// recorded and some are not; whether the conditions of several selectors add up to all is not tried.
    /// </summary>
    internal static Recorded OfDeadlineArn(FieldSelector field)
    {
        var selected = !field.Selects ? Recorded.Yes
            : field.EndsWith.Count > 0 || field.EqualTo.Any(IsOfDeadline) || field.StartsWith.Any(MayBeginDeadline) ? Recorded.Partly
            : Recorded.No;
        var keptOut = field.NotEndsWith.Count > 0 || field.NotEqualTo.Any(IsOfDeadline) || field.NotStartsWith.Any(MayBeginDeadline);
        return selected.And(keptOut ? Recorded.Partly : Recorded.Yes);
    }

    private static bool Any(IReadOnlyList<string> equal, IReadOnlyList<string> starts, IReadOnlyList<string> ends, string value) =>
        equal.Contains(value, StringComparer.Ordinal)
        || starts.Any(start => value.StartsWith(start, StringComparison.Ordinal))
        || ends.Any(end => value.EndsWith(end, StringComparison.Ordinal));

    private static bool IsOfDeadline(string arn) => PartitionAndService.IsMatch(arn);

    private static bool MayBeginDeadline(string start) => IsOfDeadline(start)
        || Beginnings.Any(full => full.StartsWith(start, StringComparison.Ordinal));
}
