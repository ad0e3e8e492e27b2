using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>A whole answer, before any of it is on the wire: so a fault can still cut it.</summary>
internal sealed class Answer(int status, string? contentType = null, AnswerBody? body = null)
{
    public int Status { get; } = status;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = contentType ?? "",
    };

    public AnswerBody Body { get; } = body ?? AnswerBody.None;

    /// <summary>Answers to HEAD have headers as if there were a body, and none.</summary>
    public bool HeadersOnly { get; set; }

    public Answer(int status, string contentType, string text)
        : this(status, contentType, new AnswerBody(Encoding.UTF8.GetBytes(text)))
    {
    }

    public Answer With(string header, string? value)
    {
        if (value is not null)
        {
            Headers[header] = value;
        }

        return this;
    }

    /// <summary>A time as HTTP headers write it.</summary>
    public static string HttpDate(DateTimeOffset time) => time.ToString("r", CultureInfo.InvariantCulture);
}
