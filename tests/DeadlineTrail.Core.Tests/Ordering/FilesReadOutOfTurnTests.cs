using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using Xunit;

namespace DeadlineTrail.Core.Tests.Ordering;

/// <summary>Which of several files is read to its end first is chance: the answer is that of reading one after the other.</summary>
public class FilesReadOutOfTurnTests
{
    // Newest delivery first. In the second file and in the third lies an event newer than its file can be.
    private static readonly string[][] Events =
    [
        ["a1 2026-03-02T11:58:00Z", "a2 2026-03-02T11:50:00Z"],
        ["a4 2026-03-02T09:58:00Z", "a3 2026-03-02T11:55:00Z"],
        ["a6 2026-03-02T08:58:00Z", "a5 2026-03-02T11:40:00Z"],
    ];

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    public void Events_newer_than_their_file_come_where_they_would_if_the_files_were_read_in_turn(int late, int early)
    {
        using var earlyIsRead = new ManualResetEventSlim();
        var files = Events.Select((events, index) => new WaitingFile(index, events, index == late ? earlyIsRead : null)).ToList();
        var reading = new LogReading(new OnePortion(files), threads: 3)
        {
            FileRead = (file, _) =>
            {
                if (file == files[early])
                {
                    earlyIsRead.Set();
                }
            },
        };

        var events = reading.Read(new TrailQuery { Order = TrailOrder.NewestFirst }, new RecordingObserver(), CancellationToken.None).Select(each => each.EventId).ToList();

        Assert.Equal(["a1", "a2", "a3", "a4", "a5", "a6"], events);
    }

    private sealed class OnePortion(IReadOnlyList<LogFile> files) : ILogSupply
    {
        public LogPortion Next(CancellationToken cancellation) => new(files, null, [], []);
    }

    /// <summary>A log that is not to be had before something happened.</summary>
    private sealed class WaitingFile(int index, string[] events, ManualResetEventSlim? opens) : LogFile
    {
        internal override string Path => $"{index}.json";

        internal override long Length => 1;

        internal override long? StampTicks => new DateTime(2026, 3, 2, 12 - (index > 0 ? index + 1 : 0), 0, 0).Ticks;

        internal override Stream Open(CancellationToken cancellation)
        {
            opens?.Wait(cancellation);
            var records = events.Select(each => each.Split(' ')).Select(each =>
                $$"""{"eventVersion":"1.11","eventTime":"{{each[1]}}","eventSource":"deadline.amazonaws.com","eventName":"GetJob","eventID":"{{each[0]}}"}""");
            return new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}"""));
        }
    }
}
