using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>
/// Finds the Region that is meant where none is named, in the order of AWS Tools for PowerShell: the session's default,
/// the default profile's, AWS_REGION, the instance's. In front of them stands the own Region of a profile that is named,
/// which AWS Tools pass over.
/// </summary>
internal static class RegionSearch
{
    // A machine that is no instance has nobody who answers; nobody waits long for that.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Finds the Region.</summary>
    /// <exception cref="AwsSetupException">Nothing says which.</exception>
    internal static async Task<string> FindAsync(AwsSettings settings, CancellationToken cancellation) =>
        await TryFindAsync(settings, cancellation).ConfigureAwait(false) ?? throw new AwsSetupException(
            AwsSetupProblem.RegionMissing,
            "Nothing says which AWS Region to ask. Give -Region, as in -Region eu-central-1, or -AllRegion; or set a default with Set-DefaultAWSRegion or the environment variable AWS_REGION.");

    /// <summary>Finds the Region, or null where nothing says which.</summary>
    /// <param name="settings">What the user and the session say.</param>
    /// <param name="cancellation">Stops the search.</param>
    internal static async Task<string?> TryFindAsync(AwsSettings settings, CancellationToken cancellation) =>
        Said(settings).FirstOrDefault(static region => !string.IsNullOrWhiteSpace(region))?.Trim() ?? await OfInstanceAsync(cancellation).ConfigureAwait(false);

    private static IEnumerable<string?> Said(AwsSettings settings)
    {
        if (settings.ProfileName is { } named)
        {
            yield return RegionOf(named, settings);
        }

        yield return settings.SessionRegion;
        if (Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } profile)
        {
            yield return RegionOf(profile, settings);
        }

        foreach (var name in Profiles.DefaultNames)
        {
            yield return RegionOf(name, settings);
        }

        yield return Environment.GetEnvironmentVariable("AWS_REGION");
        yield return Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION");
    }

    private static string? RegionOf(string profile, AwsSettings settings) => Profiles.TryGet(profile, settings)?.Region?.SystemName;

    private static async Task<string?> OfInstanceAsync(CancellationToken cancellation)
    {
        var ask = Task.Run(
            static () =>
            {
                try
                {
                    return new InstanceProfileAWSRegion().Region?.SystemName;
                }
                catch (Exception nothing) when (nothing is InvalidOperationException or AmazonClientException or System.Net.WebException or System.Net.Http.HttpRequestException)
                {
                    return null;
                }
            },
            CancellationToken.None);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var first = await Task.WhenAny(ask, Task.Delay(Patience, stop.Token)).ConfigureAwait(false);
        stop.Cancel();
        cancellation.ThrowIfCancellationRequested();
        return first == ask ? await ask.ConfigureAwait(false) : null;
    }
}
