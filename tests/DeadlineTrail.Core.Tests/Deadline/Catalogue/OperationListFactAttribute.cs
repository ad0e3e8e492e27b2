using System.IO;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Catalogue;

/// <summary>A fact held against a list of the operations that was made by other means, and that a clone of the repository does not have.</summary>
internal sealed class OperationListFactAttribute : FactAttribute
{
    private static readonly string s_file = Path.Combine("shared", "data", "deadline-operations.json");

    public OperationListFactAttribute()
    {
        if (List is null)
        {
            Skip = $"There is no {s_file} in a folder above this checkout.";
        }
    }

    internal static string? List { get; } = Checkout.FolderAbove(Checkout.Root, s_file) is string folder ? Path.Combine(folder, s_file) : null;
}
