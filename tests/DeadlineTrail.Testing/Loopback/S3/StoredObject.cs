using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.S3;

/// <summary>An object of a bucket: bytes in memory, or a file that is read when it is asked for.</summary>
internal sealed class StoredObject
{
    private readonly byte[]? _bytes;
    private readonly string? _file;
    private readonly Lazy<string> _etag;

    private StoredObject(string key, byte[]? bytes, string? file, DateTimeOffset modified)
    {
        (Key, _bytes, _file) = (key, bytes, file);
        Size = bytes?.Length ?? new FileInfo(file!).Length;

        // "Last-Modified" has seconds; a listing has milliseconds that S3 always writes as 000.
        LastModified = DateTimeOffset.FromUnixTimeSeconds(modified.ToUnixTimeSeconds());
        _etag = new Lazy<string>(Md5);
    }

    public string Key { get; }

    public long Size { get; }

    public DateTimeOffset LastModified { get; }

    /// <summary>
    /// "Objects created by the PUT Object operation ... have ETags that are an MD5 digest of their object data", in quotation marks:
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html. The SDK reads it as hexadecimal.
    /// </summary>
    public string ETag => _etag.Value;

    public string ContentType { get; init; } = "binary/octet-stream";

    public string? ContentEncoding { get; init; }

    public string StorageClass { get; init; } = "STANDARD";

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public static StoredObject Of(string key, byte[] bytes, DateTimeOffset modified, IReadOnlyDictionary<string, string>? metadata = null, string storageClass = "STANDARD") =>
        new(key, bytes, null, modified) { ContentType = TypeOf(key), ContentEncoding = EncodingOf(key), Metadata = metadata ?? new Dictionary<string, string>(), StorageClass = storageClass };

    public static StoredObject OfFile(string key, string file) =>
        new(key, null, file, File.GetLastWriteTimeUtc(file)) { ContentType = TypeOf(key), ContentEncoding = EncodingOf(key) };

    public AnswerBody Part(long start, long length) =>
        _bytes is not null ? new AnswerBody(_bytes.AsMemory((int)start, (int)length)) : new AnswerBody(_file!, start, length);

    /// <summary>Inferred from what objects of trails look like: JSON, with gzip as its encoding. A client must take both with and without.</summary>
    private static string TypeOf(string key) => key.EndsWith(".json.gz", StringComparison.Ordinal) ? "application/json" : "binary/octet-stream";

    private static string? EncodingOf(string key) => key.EndsWith(".json.gz", StringComparison.Ordinal) ? "gzip" : null;

    private string Md5()
    {
#pragma warning disable CA5351 // MD5 is what an ETag is.
        if (_bytes is not null)
        {
            return $"\"{Convert.ToHexStringLower(MD5.HashData(_bytes))}\"";
        }

        using FileStream stream = File.OpenRead(_file!);
        return $"\"{Convert.ToHexStringLower(MD5.HashData(stream))}\"";
#pragma warning restore CA5351
    }
}
