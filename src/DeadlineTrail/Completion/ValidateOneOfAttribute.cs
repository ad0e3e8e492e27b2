using System;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Formats;

namespace DeadlineTrail.Completion;

/// <summary>
/// Does as ValidateSet does, but leaves tab completion to the parameter's completer: PowerShell asks a ValidateSet first,
/// which has no tooltips.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateOneOfAttribute(params string[] values) : ValidateEnumeratedArgumentsAttribute
{
    public string[] Values { get; } = values;

    protected override void ValidateElement(object element)
    {
        if (!Values.Contains(element?.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            throw new ValidationMetadataException($"'{TerminalText.Safe(element?.ToString(), 100)}' is none of its values. Give one of: {string.Join(", ", Values)}.");
        }
    }
}
