using System.Text.RegularExpressions;

namespace DeadlineTrail.Sources.Aws;

/// <summary>"arn:aws:cloudtrail:us-east-2:123456789012:trail/MyTrail": the Region in it is where the trail is at home.</summary>
internal static class TrailArn
{
    private static readonly Regex s_form = new("^arn:aws[a-z-]*:cloudtrail:(?<region>[a-z]{2,}(-[a-z0-9]+)+):[0-9]{12}:trail/.", RegexOptions.CultureInvariant);

    /// <summary>The Region that an ARN of a trail names; null for any other text, such as a trail's name.</summary>
    internal static string? RegionOf(string? text) => text is not null && s_form.Match(text) is { Success: true } parts ? parts.Groups["region"].Value : null;
}
