using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Formats;

namespace DeadlineTrail.Cmdlets.Parameters;

/// <summary>Reads AWS account IDs: twelve digits, of which PowerShell drops leading zeros when they look like a number.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AccountIdAttribute : ArgumentTransformationAttribute
{
    private const int Digits = 12;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is IEnumerable list and not string
            ? list.Cast<object?>().Select(Read).ToArray()
            : new[] { Read(value) };
    }

    private static string Read(object? value)
    {
        var text = LanguagePrimitives.ConvertTo<string>(value).Trim();
        return text.Length is > 0 and <= Digits && text.All(static character => character is >= '0' and <= '9')
            ? text.PadLeft(Digits, '0')
            : throw new ArgumentTransformationMetadataException($"\"{TerminalText.Safe(text, 100)}\" is not an AWS account ID: those are {Digits} digits, such as 111122223333.");
    }
}
