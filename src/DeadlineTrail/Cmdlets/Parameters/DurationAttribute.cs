using System;
using System.Globalization;
using System.Management.Automation;
using DeadlineTrail.Formats;

namespace DeadlineTrail.Cmdlets.Parameters;

/// <summary>Reads a length of time as people write it: <c>90d</c>, <c>12h</c>, <c>30m</c>, <c>90s</c>, <c>2w</c>, or a TimeSpan.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    private const string Forms = "Write a number with w, d, h, m or s, such as 2w, 7d, 12h, 30m or 90s, or give a TimeSpan.";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var duration = value switch
        {
            TimeSpan span => span,

            // To PowerShell 90d is the decimal number 90; a number of any other type was written without a unit.
            decimal days => Of(days, 'd'),
            string text => Parse(text.Trim()),
            null => throw new ArgumentTransformationMetadataException("No length of time was given. " + Forms),
            _ => throw new ArgumentTransformationMetadataException($"{value} has no unit. {Forms}"),
        };
        return duration > TimeSpan.Zero
            ? duration
            : throw new ArgumentTransformationMetadataException($"{value} is not longer than nothing. {Forms}");
    }

    private static TimeSpan Parse(string text)
    {
        if (text.Length > 1 && decimal.TryParse(text.Substring(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return Of(number, char.ToLowerInvariant(text[text.Length - 1]));
        }

        return text.IndexOf(':') > 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw new ArgumentTransformationMetadataException($"\"{TerminalText.Safe(text, 100)}\" is not a length of time. {Forms}");
    }

    private static TimeSpan Of(decimal number, char unit)
    {
        var ticks = unit switch
        {
            'w' => 7 * TimeSpan.TicksPerDay,
            'd' => TimeSpan.TicksPerDay,
            'h' => TimeSpan.TicksPerHour,
            'm' => TimeSpan.TicksPerMinute,
            's' => TimeSpan.TicksPerSecond,
            >= '0' and <= '9' => throw new ArgumentTransformationMetadataException($"{number}{unit} has no unit. {Forms}"),
            _ => throw new ArgumentTransformationMetadataException($"\"{TerminalText.Safe(unit.ToString())}\" is not a unit of time. {Forms}"),
        };
        return number <= TimeSpan.MaxValue.Ticks / ticks
            ? TimeSpan.FromTicks((long)(number * ticks))
            : throw new ArgumentTransformationMetadataException($"{number}{unit} is longer than any trail.");
    }
}
