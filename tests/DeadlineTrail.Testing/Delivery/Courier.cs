using System;
using System.Buffers;
using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.Delivery;

/// <summary>
/// Brings records to the bucket: within minutes, some in two files, some hours or days late. Files are closed when their
/// time has come, so only the files of the next minutes, and late ones, are open at once.
/// </summary>
internal sealed class Courier(StudioOptions options, Layout layout, Ledger ledger, Dice dice)
{
    private const int LateBuffer = 8 * 1024;
    private const int Spares = 8;

    private static readonly TimeSpan LeastDelay = TimeSpan.FromMinutes(50);

    private readonly SortedDictionary<(DateTime Delivered, string Account, string Region, int Late), OpenFile> _open =
        new(Comparer<(DateTime Delivered, string Account, string Region, int Late)>.Create(Compare));

    private readonly Dictionary<(string Account, string Region), Delay> _delays = [];
    private readonly TimeSpan _slot = TimeSpan.FromMinutes(options.FileMinutes);
    private readonly Stack<ArrayBufferWriter<byte>> _spare = [];
    private int _lateFiles;

    /// <summary>
    /// Decides whether a record comes late, before it is written: half of the late ones say so themselves with an addendum.
    /// </summary>
    public TrailRecord Postmark(TrailRecord record, out Delay? delay)
    {
        (string Account, string Region) place = (record.Account, record.FolderRegion ?? record.Region);
        bool held = _delays.TryGetValue(place, out delay);
        if (held && record.Time + LeastDelay > delay!.Delivered)
        {
            // Nothing more happened there for so long that the late file is on its way.
            _delays.Remove(place);
            held = false;
            delay = null;
        }

        if (!held)
        {
            // A delay holds a handful of records and then ends.
            if (!dice.Chance(options.LateShare / 8))
            {
                return record;
            }

            TimeSpan by = dice.Chance(0.6) ? dice.Minutes(60, 8 * 60) : dice.Minutes(8 * 60, 72 * 60);
            _delays[place] = delay = new Delay(Slot(record.Time + by), ++_lateFiles, dice.Chance(0.5)) { Left = dice.Between(4, 12) };
        }

        if (--delay!.Left == 0)
        {
            _delays.Remove(place);
        }

        ledger.Tally.Late++;
        return delay.Says && record.AddendumJson is null ? record with { AddendumJson = """{"reason":"DELIVERY_DELAY"}""" } : record;
    }

    /// <summary>Puts a record's text into its file, and now and then into a second one.</summary>
    public void Deliver(TrailRecord record, ReadOnlySpan<byte> json, LedgerRecord? entry, Delay? delay)
    {
        // On genuine logs a third of the records come more than five minutes later, one in two thousand more than ten.
        DateTime delivered = delay?.Delivered ?? Slot(record.Time + (dice.Chance(0.0005) ? dice.Seconds(300, 600) : dice.Seconds(0, 200)));
        string region = record.FolderRegion ?? record.Region;
        File(record.Account, region, delivered, delay?.Number ?? 0).Add(json, entry);
        if (dice.Chance(options.DuplicateShare))
        {
            ledger.Tally.Copies++;
            DateTime again = delivered + (_slot * dice.Between(1, 3));
            File(record.Account, region, again, 0).Add(json, entry);
        }
    }

    /// <summary>Takes a file whose time has come.</summary>
    public BucketObject? Close(DateTime now)
    {
        foreach (KeyValuePair<(DateTime Delivered, string Account, string Region, int Late), OpenFile> first in _open)
        {
            if (first.Key.Delivered >= now)
            {
                return null;
            }

            _open.Remove(first.Key);
            return Close(first.Value);
        }

        return null;
    }

    private BucketObject Close(OpenFile file)
    {
        BucketObject closed = file.Close(layout.Log("CloudTrail", file.Account, file.Region, file.Delivered, dice.FileSuffix()), dice);
        if (_spare.Count < Spares)
        {
            file.Buffer.ResetWrittenCount();
            _spare.Push(file.Buffer);
        }

        return closed;
    }

    // A late file is small and waits for days; the big buffers are for the files of the minute.
    private ArrayBufferWriter<byte> Buffer(bool late) =>
        late ? new(LateBuffer) : _spare.TryPop(out ArrayBufferWriter<byte>? spare) ? spare : new(64 * 1024);

    private OpenFile File(string account, string region, DateTime delivered, int late)
    {
        (DateTime Delivered, string Account, string Region, int Late) key = (delivered, account, region, late);
        int full = 0;
        while (_open.TryGetValue(key, out OpenFile? file))
        {
            if (options.RecordsPerFile == 0 || file.Count < options.RecordsPerFile)
            {
                return file;
            }

            key.Late = late - (++full * 1_000_000);
        }

        return _open[key] = new OpenFile(account, region, delivered, Buffer(late > 0));
    }

    private DateTime Slot(DateTime time) => options.Start.AddTicks(((time - options.Start).Ticks + _slot.Ticks - 1) / _slot.Ticks * _slot.Ticks);

    private static int Compare((DateTime Delivered, string Account, string Region, int Late) a, (DateTime Delivered, string Account, string Region, int Late) b)
    {
        int order = a.Delivered.CompareTo(b.Delivered);
        order = order != 0 ? order : string.CompareOrdinal(a.Account, b.Account);
        order = order != 0 ? order : string.CompareOrdinal(a.Region, b.Region);
        return order != 0 ? order : a.Late.CompareTo(b.Late);
    }
}
