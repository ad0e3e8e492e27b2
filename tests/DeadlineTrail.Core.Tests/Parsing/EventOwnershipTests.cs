using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>An event owns its bytes: nothing it shows comes from a buffer that others write to.</summary>
public class EventOwnershipTests
{
    private const string Wrapped = """{\"eventVersion\":\"1.11\",\"eventTime\":\"2026-03-02T10:05:00Z\",\"eventSource\":\"deadline.amazonaws.com\",\"eventName\":\"GetJob\",\"requestParameters\":{\"jobId\":\"job-1\"},\"eventID\":\"W\"}""";

    [Fact]
    public void Events_stay_as_they_were_when_the_reader_goes_on_to_other_logs()
    {
        var keeper = new Keeper();
        var reader = new LogReader(keeper, null);
        var plain = Wrapped.Replace("\\\"", "\"", StringComparison.Ordinal);
        var first = $$"""{"Events":[{"CloudTrailEvent":"{{Wrapped}}"}]}""" + plain;

        Read(reader, first);
        var shown = keeper.Events.Select(Show).ToArray();
        Read(reader, new string('#', 300_000));
        Read(reader, "[" + string.Concat(Enumerable.Repeat("{\"CloudTrailEvent\":\"" + new string('#', 5000) + "\"},", 100)) + "]");

        Assert.Equal(2, shown.Length);
        Assert.Equal([plain, plain], keeper.Events.Select(e => e.Raw));
        Assert.Equal(shown, keeper.Events.Select(Show));
    }

    [Fact]
    public void Events_stay_as_they_were_when_every_byte_of_the_window_is_overwritten()
    {
        var keeper = new Keeper();
        var reader = new LogReader(keeper, null);
        var text = new PoisonedStream(Encoding.UTF8.GetBytes(Wrapped.Replace("\\\"", "\"", StringComparison.Ordinal)));

        reader.Read(text, CancellationToken.None);
        var shown = Show(Assert.Single(keeper.Events));
        text.Poison();

        Assert.Equal(shown, Show(keeper.Events[0]));
        Assert.Equal("job-1", ((RecordObject)keeper.Events[0].RequestParameters!)["jobId"]);
    }

    private static string Show(TrailEvent e) => $"{e.Raw} {e.EventTimeUtc} {e.EventName} {e.EventId} {e.RequestParameters} {e.Record}";

    private static void Read(LogReader reader, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        reader.Read(stream, CancellationToken.None);
    }

    private sealed class Keeper : ILogVisitor
    {
        internal List<TrailEvent> Events { get; } = [];

        public void Record(in ParsedElement record, in RecordPlace place) => Events.Add(new TrailEvent(record, "log", place.Number, place.Recovered));

        public void NotAnEvent(string what)
        {
        }

        public void Damage(LogDamage damage)
        {
        }
    }

    /// <summary>Remembers the buffer it was asked to fill.</summary>
    private sealed class PoisonedStream(byte[] bytes) : MemoryStream(bytes)
    {
        private byte[] _buffer = [];

        public override int Read(byte[] buffer, int offset, int count)
        {
            _buffer = buffer;
            return base.Read(buffer, offset, count);
        }

        internal void Poison()
        {
            Assert.NotEmpty(_buffer);
            _buffer.AsSpan().Fill((byte)'#');
        }
    }
}
