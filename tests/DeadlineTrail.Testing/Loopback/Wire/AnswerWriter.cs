using System;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback.Faults;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>Puts an answer on the wire, whole or broken.</summary>
internal static class AnswerWriter
{
    public static Task WriteAsync(HttpContext context, Answer answer, Fault fault) => fault.Break switch
    {
        WireBreak.Headers or WireBreak.Body or WireBreak.Reset => CutAsync(context, answer, fault.Break),
        _ => SendAsync(context, answer, fault.Break == WireBreak.Pause ? fault.Time : TimeSpan.Zero),
    };

    private static async Task SendAsync(HttpContext context, Answer answer, TimeSpan pause)
    {
        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            if (value.Length > 0)
            {
                context.Response.Headers[name] = value;
            }
        }

        if (answer.Status is 204 or 304)
        {
            return;
        }

        context.Response.ContentLength = answer.Body.Length;
        if (answer.HeadersOnly)
        {
            return;
        }

        long half = pause > TimeSpan.Zero ? answer.Body.Length / 2 : 0;
        if (pause > TimeSpan.Zero)
        {
            await answer.Body.WriteToAsync(context.Response.Body, 0, half, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(pause, context.RequestAborted);
        }

        await answer.Body.WriteToAsync(context.Response.Body, half, answer.Body.Length - half, context.RequestAborted);
    }

    /// <summary>
    /// Nothing has gone through the server's own buffers yet, so what the client sees is exactly what is written to the socket
    /// here: half of the headers, or the headers and half of the body, then the end of the stream, or a reset.
    /// </summary>
    private static async Task CutAsync(HttpContext context, Answer answer, WireBreak where)
    {
        Socket socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        if (where != WireBreak.Reset)
        {
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            byte[] head = Head(answer);
            await stream.WriteAsync(where == WireBreak.Headers ? head.AsMemory(0, head.Length / 2) : head);
            if (where == WireBreak.Body && !answer.HeadersOnly)
            {
                await answer.Body.WriteToAsync(stream, 0, answer.Body.Length / 2, context.RequestAborted);
            }

            socket.Shutdown(SocketShutdown.Send);
        }
        else
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
    }

    private static byte[] Head(Answer answer)
    {
        var text = new StringBuilder($"HTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}\r\n");
        foreach ((string name, string value) in answer.Headers)
        {
            if (value.Length > 0)
            {
                text.Append(name).Append(": ").Append(value).Append("\r\n");
            }
        }

        return Encoding.ASCII.GetBytes(text.Append("Content-Length: ").Append(answer.Body.Length).Append("\r\n\r\n").ToString());
    }
}
