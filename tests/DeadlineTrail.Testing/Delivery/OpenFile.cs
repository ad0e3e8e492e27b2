using System;
using System.Buffers;
using System.Collections.Generic;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.Delivery;

/// <summary>A log file that is being filled.</summary>
internal sealed class OpenFile(string account, string region, DateTime delivered, ArrayBufferWriter<byte> buffer)
{
    private readonly ArrayBufferWriter<byte> _bytes = buffer;
    private readonly List<(int Offset, int Length, LedgerRecord? Entry)> _records = [];

    public string Account { get; } = account;

    public string Region { get; } = region;

    public DateTime Delivered { get; } = delivered;

    public int Count => _records.Count;

    /// <summary>What it was filled into, to be used again once it is closed.</summary>
    public ArrayBufferWriter<byte> Buffer => _bytes;

    public void Add(ReadOnlySpan<byte> json, LedgerRecord? entry)
    {
        _records.Add((_bytes.WrittenCount, json.Length, entry));
        _bytes.Write(json);
    }

    /// <summary>The file, its records out of order as they are in genuine ones.</summary>
    public BucketObject Close(string key, Dice dice)
    {
        Disorder(dice);
        var content = new byte["{\"Records\":[]}".Length + _bytes.WrittenCount + Math.Max(0, Count - 1)];
        int at = Put(content, 0, "{\"Records\":["u8);
        for (int i = 0; i < _records.Count; i++)
        {
            (int offset, int length, LedgerRecord? entry) = _records[i];
            if (i > 0)
            {
                content[at++] = (byte)',';
            }

            at = Put(content, at, _bytes.WrittenSpan.Slice(offset, length));
            entry?.LiesIn(key, Delivered);
        }

        Put(content, at, "]}"u8);
        return new BucketObject(key, Delivered, content, Count, "CloudTrail");
    }

    // Mostly neighbours change places; now and then a file has no order at all.
    private void Disorder(Dice dice)
    {
        bool shuffled = dice.Chance(0.2);
        for (int i = _records.Count - 1; i > 0; i--)
        {
            if (shuffled || dice.Chance(0.15))
            {
                int j = shuffled ? dice.Below(i + 1) : Math.Max(0, i - dice.Between(1, 6));
                (_records[i], _records[j]) = (_records[j], _records[i]);
            }
        }
    }

    private static int Put(byte[] content, int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(content.AsSpan(at));
        return at + bytes.Length;
    }
}
