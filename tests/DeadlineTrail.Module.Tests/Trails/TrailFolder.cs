using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;

namespace DeadlineTrail.Module.Tests.Trails;

/// <summary>A folder of logs for one test.</summary>
internal sealed class TrailFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("deadline-trail-");

    public string Path => _folder.FullName;

    /// <summary>The path of something in the folder, whether it is there or not.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a log as CloudTrail delivers it, compressed when its name ends in .gz.</summary>
    public string Write(string name, params JsonObject[] records) => Write(name, Log(records));

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], name.EndsWith(".gz", StringComparison.Ordinal) ? Gzip(content) : content);
        return this[name];
    }

    /// <summary>A file as Get-ChildItem gives it: with the path of the provider as a property.</summary>
    public PSObject ChildItem(string name)
    {
        var item = new PSObject(Directory.Exists(this[name]) ? new DirectoryInfo(this[name]) : new FileInfo(this[name]));
        item.Properties.Add(new PSNoteProperty("PSPath", @"Microsoft.PowerShell.Core\FileSystem::" + this[name]));
        return item;
    }

    public static string Log(IEnumerable<JsonObject> records) =>
        new JsonObject { ["Records"] = new JsonArray([.. records.Select(record => (JsonNode)record.DeepClone())]) }.ToJsonString();

    public static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return memory.ToArray();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
