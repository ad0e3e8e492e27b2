using System;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Management.Automation;

namespace DeadlineTrail.Cmdlets.Parameters;

/// <summary>
/// Takes Regions as text, or as the objects of AWS Tools and the AWS SDK for them. However a user writes them, AWS writes
/// them, and names the folders of a bucket, in lower case.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RegionNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is IEnumerable list and not string
            ? list.Cast<object?>().Select(Read).ToArray()
            : Read(inputData);
    }

    [SuppressMessage("Globalization", "CA1308", Justification = "Regions are written in lower case.")]
    private static string? Read(object? item) => Named(item)?.Trim().ToLowerInvariant();

    private static string? Named(object? item)
    {
        var value = item is PSObject wrapped ? wrapped.BaseObject : item;
        if (value is null or string)
        {
            return (string?)value;
        }

        // Get-AWSRegion gives AWSRegion objects with a property Region, the SDK RegionEndpoint objects with SystemName.
        var properties = PSObject.AsPSObject(item!).Properties;
        return (properties["SystemName"] ?? properties["Region"])?.Value as string
            ?? throw new ArgumentTransformationMetadataException($"An object of the type {value.GetType().FullName} is not an AWS Region. Give its name, such as eu-central-1.");
    }
}
