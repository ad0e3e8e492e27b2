using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace DeadlineTrail;

/// <summary>The findings of a sign-in, in the order of their names. As text, as in a column of a CSV file, the names.</summary>
public sealed class FindingCollection : ReadOnlyCollection<Finding>
{
    internal FindingCollection(IList<Finding> findings)
        : base(findings)
    {
    }

    /// <summary>Gives the names, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this.Select(finding => finding.Name));
}
