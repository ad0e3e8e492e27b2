using System;
using System.Collections;
using System.IO;
using System.Management.Automation;
using System.Text;
using DeadlineTrail.Formats;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Makes events of records that are at hand already: text, bytes, or objects with a record in them.</para>
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "DeadlineTrailLog")]
[OutputType(typeof(TrailEvent))]
public sealed class ConvertFromDeadlineTrailLogCommand : TrailCommand, ILogVisitor
{
    private readonly LogTextAssembler _lines = new();
    private MemoryStream? _bytes;
    private LogReader? _reader;
    private long _record;
    private long _position;

    /// <summary>Gets or sets the text of a log or lines of it, its bytes, objects with a property CloudTrailEvent, such as
    /// Find-CTEvent gives, or events.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var value = InputObject is PSObject wrapped ? wrapped.BaseObject : InputObject;
        switch (value)
        {
            case null:
                break;
            case string text:
                foreach (var complete in _lines.Add(text))
                {
                    Read(complete, _lines.Position);
                }

                break;
            case byte single:
                (_bytes ??= new MemoryStream()).WriteByte(single);
                break;
            case byte[] several:
                (_bytes ??= new MemoryStream()).Write(several, 0, several.Length);
                break;
            case TrailEvent trailEvent:
                Output.Write(trailEvent);
                break;
            case IEnumerable many and not IDictionary:
                foreach (var item in many)
                {
                    InputObject = item;
                    ProcessRecord();
                }

                break;
            default:
                ReadObject(InputObject!);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_lines.Rest() is { Length: > 0 } rest)
        {
            Read(rest, _lines.Position);
        }

        if (_bytes is not null)
        {
            _bytes.Position = 0;
            Read(_bytes, 0);
        }
    }

    /// <inheritdoc/>
    void ILogVisitor.Record(in ParsedElement record, in RecordPlace place) =>
        Output.Write(new TrailEvent(record, null, ++_record, place.Recovered));

    /// <inheritdoc/>
    void ILogVisitor.NotAnEvent(string what) => Output.Tell($"Not CloudTrail, passed over: {what}.");

    /// <inheritdoc/>
    void ILogVisitor.Damage(LogDamage damage) => Output.Error(TrailErrors.TextDamaged(_position + damage.Position, damage.Reason));

    private void ReadObject(object input)
    {
        var properties = PSObject.AsPSObject(input).Properties;
        if (properties["CloudTrailEvent"]?.Value is string record)
        {
            Read(Encoding.UTF8.GetBytes(record), 0);
            return;
        }

        if (TrailEventConverter.TryRebuild(input) is { } trailEvent)
        {
            Output.Write(trailEvent);
            return;
        }

        Output.Error(TrailErrors.NotALog(input, input is PSObject { BaseObject: FileSystemInfo } or FileSystemInfo
            ? "Files go to Get-DeadlineTrailEvent -Path."
            : "Give the text of a log (Get-Content -Raw), its bytes, or objects with a property CloudTrailEvent, as Find-CTEvent gives them."));
    }

    private void Read(byte[] text, long position) => Read(new MemoryStream(text, writable: false), position);

    private void Read(Stream stream, long position)
    {
        _position = position;
        try
        {
            using var text = LogText.Open(stream);
            (_reader ??= new LogReader(this, needle: null)).Read(text, Cancellation);
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
