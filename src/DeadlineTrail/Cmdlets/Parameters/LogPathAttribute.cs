using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace DeadlineTrail.Cmdlets.Parameters;

/// <summary>Takes paths as text or as files; anything else on the pipeline is somebody's log in another form.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LogPathAttribute : ArgumentTransformationAttribute
{
    // What is bound from objects by its name: parameters that all cmdlets with sources have.
    private static readonly HashSet<string> s_named = new(
        typeof(TrailSourceCommand).GetProperties()
            .Where(static parameter => parameter.GetCustomAttributes(typeof(ParameterAttribute), inherit: true).Any(static each => ((ParameterAttribute)each).ValueFromPipelineByPropertyName))
            .SelectMany(static parameter => parameter.GetCustomAttributes(typeof(AliasAttribute), inherit: true).SelectMany(static each => ((AliasAttribute)each).AliasNames).Append(parameter.Name)),
        StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            // Events are for -InputObject, what has a PSPath for -LiteralPath; but PowerShell asks this parameter first, and
            // an error here would be the last word.
            TrailEvent => inputData,
            not (string or FileSystemInfo) when inputData is PSObject { Properties: { } properties } && properties["PSPath"] is not null => inputData,
            IEnumerable list and not string => list.Cast<object?>().Select(Read).ToArray(),
            _ => new[] { Read(inputData) },
        };
    }

    private static string Read(object? item) => (item is PSObject wrapped ? wrapped.BaseObject : item) switch
    {
        string path => path,
        FileSystemInfo file => WildcardPattern.Escape(file.FullName),
        var other => throw new ArgumentTransformationMetadataException(
            $"{other?.GetType().FullName ?? "Nothing"} is not a path. Give files or folders; text, bytes and objects that hold records go to ConvertFrom-DeadlineTrailLog.",
            NamesAThing(item) ? new PSInvalidCastException() : null),
    };

    /// <summary>
    /// Whether an object, such as a queue of AWS Tools, has properties that are bound by their names. PowerShell then looks
    /// further, but only when the cause of the exception is an invalid cast; of all others it makes an error at once.
    /// </summary>
    private static bool NamesAThing(object? item) =>
        item is not null && PSObject.AsPSObject(item).Properties.Any(static property => s_named.Contains(property.Name));
}
