namespace DeadlineTrail.Recording;

/// <summary>
/// Commands that mend a trail, for whoever reads a remedy: to be pasted, and never run by this module. Selectors of
/// <see cref="SelectorRemedy"/> have no apostrophe in them, so they can stand between two.
/// </summary>
internal static class TrailCommands
{
    internal static string StartLogging(TrailSource trail) =>
        $"aws cloudtrail start-logging --region {trail.HomeRegion} --name {trail.TrailARN}";

    internal static string PutSelectors(TrailSource trail, string selectors) =>
        $"aws cloudtrail put-event-selectors --region {trail.HomeRegion} --trail-name {trail.TrailARN} --advanced-event-selectors '{selectors}'";

    internal static string PutSelectorsByTools(TrailSource trail, string selectors) =>
        $"Write-CTEventSelector -Region {trail.HomeRegion} -TrailName {trail.TrailARN} -AdvancedEventSelector ('{selectors}' | ConvertFrom-Json)";
}
