using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback.CloudTrail;
using DeadlineTrail.Testing.Loopback.S3;
using DeadlineTrail.Testing.Loopback.Signing;
using DeadlineTrail.Testing.Loopback.Tokens;
using DeadlineTrail.Testing.Loopback.Traffic;
using DeadlineTrail.Testing.Loopback.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>
/// AWS on 127.0.0.1, as far as a reader of trails goes: CloudTrail, S3, STS and the SSO portal for all Regions at one address.
/// It verifies signatures from the specification, counts what arrives, and fails when told to.
/// </summary>
public sealed class LoopbackAws : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly LoopbackOptions _options;
    private readonly KeyRing _keys = new();
    private readonly EventHistory _history = new();
    private readonly Trails _trails = new();
    private readonly PublicKeys _publicKeys;
    private readonly SignatureCheck _signatures;
    private readonly Quota _quota;
    private readonly S3Service _s3;
    private readonly IService[] _services;

    private LoopbackAws(LoopbackOptions options)
    {
        _options = options;
        _keys.Add(options.Key);
        _signatures = new SignatureCheck(_keys, options.Clock);
        _quota = new Quota(options.Clock, options.QuotaJitter);
        _s3 = new S3Service(options);
        _publicKeys = new PublicKeys(options.Clock);
        _services =
        [
            new CloudTrailService(_history, _trails, _publicKeys, options), new StsService(_keys, options), new StsService(_keys, options, isSigned: false),
            new SsoService(_keys, options), new MachineService(_keys, options),
        ];

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;

            // A reader may let a download wait as long as it likes while it is busy with another.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Where it listens, for instance http://127.0.0.1:40123.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The key that is there from the start.</summary>
    public LoopbackKey Key => _options.Key;

    /// <summary>What goes wrong.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>What arrived.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>Regions the account has not enabled: CloudTrail and STS there do not know its keys.</summary>
    public ISet<string> DisabledRegions { get; } = new HashSet<string>(StringComparer.Ordinal);

    public static async Task<LoopbackAws> StartAsync(Action<LoopbackOptions>? configure = null)
    {
        var options = new LoopbackOptions();
        configure?.Invoke(options);
        var aws = new LoopbackAws(options);
        await aws._server.StartAsync();
        aws.Endpoint = new Uri(aws._server.Urls.Single());
        return aws;
    }

    /// <summary>Another key that may sign.</summary>
    public void AddKey(LoopbackKey key) => _keys.Add(key);

    /// <summary>
    /// Adds CloudTrail records to Event history, all to one Region and account. Returns how many it keeps: management events
    /// only, as Event history does.
    /// </summary>
    public int AddEvents(string region, string account, IEnumerable<string> records) => _history.Add(records, region, account);

    /// <summary>Adds CloudTrail records to Event history, each to its own awsRegion and recipientAccountId.</summary>
    public int AddEvents(IEnumerable<string> records) => _history.Add(records, null, null);

    /// <summary>Adds records of a studio to Event history, each to its own Region and account.</summary>
    public int AddEvents(IEnumerable<LedgerRecord> records) => AddEvents(records.Select(record => record.Json));

    /// <summary>Adds a trail, or replaces the one with its ARN.</summary>
    public void AddTrail(LoopbackTrail trail) => _trails.Add(trail);

    /// <summary>Adds a key for the digests of a Region.</summary>
    public void AddPublicKey(LoopbackPublicKey key) => _publicKeys.Add(key);

    /// <summary>Adds an empty bucket, or finds the one of that name; it can be filled at any time.</summary>
    public LoopbackBucket AddBucket(string name, string region) => _s3.Add(name, region);

    /// <summary>Adds a bucket with every file below a folder, under its relative path.</summary>
    public LoopbackBucket AddBucket(string name, string region, string folder)
    {
        LoopbackBucket bucket = AddBucket(name, region);
        bucket.PutFolder(folder);
        return bucket;
    }

    /// <summary>Adds a bucket with these objects.</summary>
    public LoopbackBucket AddBucket(string name, string region, IEnumerable<KeyValuePair<string, byte[]>> objects)
    {
        LoopbackBucket bucket = AddBucket(name, region);
        foreach ((string key, byte[] content) in objects)
        {
            bucket.Put(key, content);
        }

        return bucket;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        WireRequest request = await WireRequest.ReadAsync(context);
        (IService service, AwsCall call) = Understand(request);
        RequestEntry entry = Requests.Begin(call, _options.Clock.GetUtcNow());
        try
        {
            Answer answer = Judge(service, call, entry);
            answer.HeadersOnly = request.Method == "HEAD";
            if (_options.Clock != TimeProvider.System)
            {
                // The server's own would be the machine's.
                answer = answer.With("Date", _options.Clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture));
            }

            entry.Status = answer.Status;
            if (_options.Latency + entry.Fault.Wait is var wait && wait != TimeSpan.Zero)
            {
                await Task.Delay(entry.Fault.Wait < TimeSpan.Zero ? entry.Fault.Wait : wait, request.Aborted);
            }

            if (entry.Fault.Gate is { } gate)
            {
                gate.Came.Release();
                await gate.MayGo.WaitAsync(request.Aborted);
            }

            await AnswerWriter.WriteAsync(context, answer, entry.Fault);
        }
        catch (OperationCanceledException) when (request.Aborted.IsCancellationRequested)
        {
            // The client went away, as a cancelled one does.
        }
        finally
        {
            Requests.End(entry);
        }
    }

    private (IService Service, AwsCall Call) Understand(WireRequest request)
    {
        foreach (IService service in _services)
        {
            if (service.Understand(request) is { } call)
            {
                return (service, call);
            }
        }

        return (_s3, _s3.Understand(request));
    }

    private Answer Judge(IService service, AwsCall call, RequestEntry entry)
    {
        if (service.IsSigned)
        {
            // S3 has words of its own for a wrong Region, and needs to know the bucket for them.
            string? region = call.Service == "s3" ? null : _options.Region ?? AwsHost.Parse(call.Header("host")).Region;
            SignatureVerdict verdict = _signatures.Check(call.Request, call.Service, region);
            if (verdict.Refusal is { } bad)
            {
                return service.Refuse(call, bad, verdict);
            }

            call.SignedBy(verdict.Key);
        }

        if (call.Service is "cloudtrail" or "sts" && DisabledRegions.Contains(call.Region))
        {
            return service.Refuse(call, Refusal.RegionNotEnabled);
        }

        if (call.Operation == "LookupEvents" && !_quota.Take(call, _options.LookupEventsPerSecond))
        {
            entry.OverQuota = true;
            if (_options.EnforceQuota)
            {
                return service.Refuse(call, Refusal.Throttled);
            }
        }

        Fault fault = entry.Fault = Faults.Take(call);
        return fault.Literal is { } literal ? literal()
            : fault.Refusal is { } refusal ? service.Refuse(call, refusal, fault: fault)
            : service.Answer(call, fault);
    }
}
