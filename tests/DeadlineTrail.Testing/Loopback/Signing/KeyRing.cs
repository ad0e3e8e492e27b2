using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;

namespace DeadlineTrail.Testing.Loopback.Signing;

/// <summary>The keys that may sign. Temporary ones are added as STS and SSO hand them out.</summary>
internal sealed class KeyRing
{
    private readonly ConcurrentDictionary<string, LoopbackKey> _keys = new(StringComparer.Ordinal);
    private int _issued;

    public void Add(LoopbackKey key) => _keys[key.AccessKeyId] = key;

    public LoopbackKey? Find(string accessKeyId) => _keys.GetValueOrDefault(accessKeyId);

    /// <summary>New temporary credentials, good for signing from now on until they expire.</summary>
    public LoopbackKey Issue(string account, string arn, DateTimeOffset expires)
    {
        string number = System.Threading.Interlocked.Increment(ref _issued).ToString("D8", CultureInfo.InvariantCulture);
        var key = new LoopbackKey("ASIALOOPBACK" + number, Random(30), Random(120)) { AccountId = account, Arn = arn, Expires = expires };
        Add(key);
        return key;
    }

    private static string Random(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes));
}
