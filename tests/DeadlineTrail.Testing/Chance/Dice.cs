using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Numerics;

namespace DeadlineTrail.Testing.Chance;

/// <summary>
/// The studio's only source of chance: xoshiro256** seeded by SplitMix64, both written out here, so that a seed means
/// the same studio on every runtime. <see cref="Random"/> promises no algorithm.
/// </summary>
/// <remarks>
/// Blackman and Vigna, "Scrambled linear pseudorandom number generators" (https://prng.di.unimi.it/). No logarithm and no
/// power is taken anywhere: their last bit differs between platforms.
/// </remarks>
internal sealed class Dice
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public Dice(ulong seed)
    {
        _a = SplitMix(ref seed);
        _b = SplitMix(ref seed);
        _c = SplitMix(ref seed);
        _d = SplitMix(ref seed);
    }

    /// <summary>Dice of their own for one person or machine: what others do does not change their luck.</summary>
    public static Dice For(ulong seed, string name)
    {
        // FNV-1a, 64 bits.
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return new Dice(seed ^ hash);
    }

    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number from 0 up to, not including, <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public TimeSpan Seconds(int least, int most) => TimeSpan.FromSeconds(Between(least, most));

    public TimeSpan Minutes(int least, int most) => Seconds(least * 60, most * 60);

    /// <summary>Lower-case hexadecimal digits.</summary>
    public string Hex(int digits) => Letters("0123456789abcdef", digits);

    /// <summary>A random text of <paramref name="length"/> characters of <paramref name="alphabet"/>.</summary>
    public string Letters(string alphabet, int length) => string.Create(length, (this, alphabet), static (span, state) =>
    {
        ulong bits = 0;
        for (int i = 0; i < span.Length; i++)
        {
            if (i % 8 == 0)
            {
                bits = state.Item1.Next();
            }

            span[i] = state.alphabet[(int)((bits & 0xff) % (ulong)state.alphabet.Length)];
            bits >>= 8;
        }
    });

    /// <summary>A version 4 UUID in lower case.</summary>
    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    private static ulong SplitMix(ref ulong state)
    {
        ulong z = state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
