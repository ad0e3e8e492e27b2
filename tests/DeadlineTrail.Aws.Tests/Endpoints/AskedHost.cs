using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.Tests.Credentials;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Aws.Tests.Endpoints;

/// <summary>Which host a service is looked for at: what a proxy is asked to lead to.</summary>
internal static class AskedHost
{
    // A limit for hangs only: a test that reaches it has failed.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    internal static Task<string> OfEventHistory(string region, AwsSettings? settings = null) =>
        Of(settings, (session, stop) => session.EventHistory.LookupAsync(new LookupRequest(region, null, DateTime.UtcNow.Ticks, null, null), stop));

    internal static Task<string> OfBucket(string bucket, string region, AwsSettings? settings = null) =>
        Of(settings, async (session, stop) =>
        {
            var store = await session.OpenBucketAsync(new BucketPlace(bucket, region, false), stop);
            await Task.Run(() => store.Folders("AWSLogs/", stop), stop);
        });

    private static async Task<string> Of(AwsSettings? settings, Func<IAwsSession, CancellationToken, Task> ask)
    {
        await using var proxy = new RecordingProxy();
        var wanted = settings ?? new AwsSettings { AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "secret" };
        using var session = await CredentialOrderTests.Open(wanted with { Proxy = new WebProxy("127.0.0.1", proxy.Port) });
        using var stop = new CancellationTokenSource();
        var asking = ask(session, stop.Token);
        await Task.WhenAny(proxy.FirstHost, asking).WaitAsync(Hang);

        // Nobody is let through; it would be tried again.
        await stop.CancelAsync();
        try
        {
            await asking;
        }
        catch (Exception refused) when (refused is not AwsSetupException && proxy.FirstHost.IsCompleted)
        {
        }

        return await proxy.FirstHost.WaitAsync(Hang);
    }
}
