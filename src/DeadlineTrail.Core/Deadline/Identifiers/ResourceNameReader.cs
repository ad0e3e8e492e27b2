using System;
using System.Text.Json;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>The display name a record gives to what the call was about.</summary>
/// <remarks>
/// The service model has <c>displayName</c> on Create and Update calls, <c>name</c> on UpdateJob and in the items of BatchUpdateJob, and
/// <c>nameOverride</c> on CreateJob, whose own name is inside the hidden template. ListFleets has a <c>displayName</c> to search for, which
/// names nothing.
/// </remarks>
internal struct ResourceNameReader(bool isDeadline, string? eventName)
{
    private readonly bool _isDeadline = isDeadline;
    private readonly string? _eventName = eventName;
    private readonly bool _isSearch = eventName is not null
        && (eventName.StartsWith("List", StringComparison.Ordinal) || eventName.StartsWith("Search", StringComparison.Ordinal));

    private string? _fromRequest;
    private string? _fromResponse;
    private int _items;

    /// <summary>The name; null where the record has none, or several.</summary>
    public readonly string? Result => _items > 1 ? null : _fromRequest ?? _fromResponse;

    /// <summary>Looks at the string the reader stands on.</summary>
    public void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> field, bool inRequest, bool inTags)
    {
        if (!_isDeadline || _isSearch || inTags || field.Length is not (4 or 5 or 11 or 12))
        {
            return;
        }

        bool isBatch = _eventName == "BatchUpdateJob";
        if (inRequest && isBatch && field.SequenceEqual("jobId"u8))
        {
            _items++;
        }
        else if (IsName(field, inRequest) && reader.CurrentDepth == (isBatch && inRequest ? 3 : 1)
            && !reader.ValueSpan.IsEmpty && !HiddenValue.Is(reader.ValueSpan))
        {
            if (inRequest)
            {
                _fromRequest = JsonText.Decode(ref reader);
            }
            else
            {
                _fromResponse = JsonText.Decode(ref reader);
            }
        }
    }

    private readonly bool IsName(ReadOnlySpan<byte> field, bool inRequest) =>
        field.SequenceEqual("displayName"u8)
        || (field.SequenceEqual("name"u8) && (!inRequest || _eventName is "UpdateJob" or "BatchUpdateJob"))
        || (field.SequenceEqual("nameOverride"u8) && inRequest && _eventName == "CreateJob");
}
