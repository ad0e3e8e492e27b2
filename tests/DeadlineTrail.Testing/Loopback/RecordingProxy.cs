using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>
/// A proxy that lets nobody through and writes down where everybody wanted to go: so a test sees which hosts are asked
/// without asking them. For https it is the target of CONNECT (RFC 9110, 9.3.6), for http the URL.
/// </summary>
public sealed class RecordingProxy : IAsyncDisposable
{
    private static readonly byte[] s_refusal = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _targets = new();
    private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    public RecordingProxy()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Where it listens, as HTTPS_PROXY wants it.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>The hosts that were wanted, without a port, in the order they came.</summary>
    public IReadOnlyList<string> Hosts => [.. _targets];

    /// <summary>The first of them, as soon as it is known.</summary>
    public Task<string> FirstHost => _first.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = AnswerAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Disposed of.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                if (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
                    {
                    }

                    Note(line);
                    await stream.WriteAsync(s_refusal, _stop.Token);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // Whoever asked went away.
            }
        }
    }

    private void Note(string requestLine)
    {
        string target = requestLine.Split(' ') is [_, var second, ..] ? second : requestLine;
        string host = Uri.TryCreate(target, UriKind.Absolute, out Uri? url) && url.Host.Length > 0 ? url.Host : target.Split(':').First();
        _targets.Enqueue(host);
        _first.TrySetResult(host);
    }
}
