using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>
/// A real S3 server that nobody here wrote: OpenStack Swift with its S3 API, of Debian, on 127.0.0.1, with all its files in a
/// temporary folder. Path-style addresses, Region us-east-1, Signature V4.
/// </summary>
public sealed class SwiftServer : IAsyncDisposable
{
    /// <summary>How many entries a page of its listings has: far fewer than the 1,000 of S3, so that a few objects are several pages.</summary>
    public const int PageSize = 10;

    private const string Python = "/usr/bin/python3";

    private readonly Process _process;
    private readonly string _folder;
    private readonly HttpClient _health = new();

    private SwiftServer(Process process, string folder, int port)
    {
        (_process, _folder) = (process, folder);
        Endpoint = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>Why it cannot be started on this machine; null when it can.</summary>
    public static string? Missing { get; } =
        new[] { "proxy", "account", "container", "object" }.All(kind => File.Exists($"/usr/bin/swift-{kind}-server")) && File.Exists(Python)
            ? null
            : "There is no OpenStack Swift (Debian packages swift-proxy, swift-account, swift-container, swift-object).";

    public Uri Endpoint { get; }

    /// <summary>The one key it knows.</summary>
    public LoopbackKey Key { get; } = new("test:tester", "testing");

    /// <summary>Starts it, in about three seconds on an idle machine.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message has what it wrote.</exception>
    public static async Task<SwiftServer> StartAsync(CancellationToken cancellation = default)
    {
        string folder = Directory.CreateTempSubdirectory("deadlinetrail-swift-").FullName;
        string script = Path.Combine(folder, "serve.py");
        await using (Stream source = typeof(SwiftServer).Assembly.GetManifestResourceStream("swift-serve.py")!)
        await using (FileStream target = File.Create(script))
        {
            await source.CopyToAsync(target, cancellation);
        }

        int[] ports = FreePorts(4);
        var start = new ProcessStartInfo(Python, [script, folder, Environment.UserName, .. ports.Prepend(PageSize).Select(number => number.ToString(CultureInfo.InvariantCulture))])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PYTHONWARNINGS"] = "ignore";
        var server = new SwiftServer(Process.Start(start)!, folder, ports[0]);
        try
        {
            Task<string> errors = server._process.StandardError.ReadToEndAsync(cancellation);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            foreach (int port in ports.Skip(1))
            {
                await server.WaitAsync(async stop => { using var client = new TcpClient(); await client.ConnectAsync(IPAddress.Loopback, port, stop); return true; }, errors, patience.Token);
            }

            await server.WaitAsync(async stop => (await server._health.GetAsync(new Uri(server.Endpoint, "/healthcheck"), stop)).IsSuccessStatusCode, errors, patience.Token);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a bucket.</summary>
    public Task CreateBucketAsync(string bucket, CancellationToken cancellation = default) => PutAsync("/" + bucket, [], cancellation);

    /// <summary>Stores an object.</summary>
    public Task PutAsync(string bucket, string key, byte[] content, CancellationToken cancellation = default) =>
        PutAsync($"/{bucket}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}", content, cancellation);

    /// <summary>Stores every file below a folder under its relative path, a few at a time.</summary>
    public Task PutFolderAsync(string bucket, string folder, CancellationToken cancellation = default) => Parallel.ForEachAsync(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories),
        new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellation },
        async (file, stop) => await PutAsync(bucket, Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), await File.ReadAllBytesAsync(file, stop), stop));

    /// <summary>Its servers end with its standard input.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _health.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A server that was just ended can still have a file open; the folder is temporary.
        }
    }

    private async Task PutAsync(string path, byte[] content, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await SignedRequest.SendAsync(Endpoint, path, Key, change: request => request.Method = HttpMethod.Put, body: content, cancellation: cancellation);
        response.EnsureSuccessStatusCode();
    }

    private async Task WaitAsync(Func<CancellationToken, Task<bool>> isReady, Task<string> errors, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                if (await isReady(cancellation))
                {
                    return;
                }
            }
            catch (Exception error) when (error is SocketException or HttpRequestException)
            {
                // Not yet.
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException($"Swift did not answer: {string.Concat(Logs())}");
            }

            if (_process.HasExited)
            {
                throw new InvalidOperationException($"Swift did not start: {await errors} {string.Concat(Logs())}");
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    private IEnumerable<string> Logs() => Directory.EnumerateFiles(_folder, "*.log").Select(file => $"\n{Path.GetFileName(file)}: {File.ReadAllText(file)}");

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
