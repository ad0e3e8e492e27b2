using System;
using System.Text;

namespace DeadlineTrail.Parsing;

/// <summary>
/// The top-level fields of a CloudTrail record: "CloudTrail record contents", event versions 1.0 to 1.11,
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html.
/// Fields were added without a new version, so none is looked for by version.
/// </summary>
internal enum RecordField
{
    EventVersion,
    UserIdentity,
    EventTime,
    EventSource,
    EventName,
    AwsRegion,
    SourceIPAddress,
    UserAgent,
    ErrorCode,
    ErrorMessage,
    RequestParameters,
    ResponseElements,
    AdditionalEventData,
    RequestID,
    EventID,
    EventType,
    ApiVersion,
    ReadOnly,
    ManagementEvent,
    Resources,
    RecipientAccountId,
    ServiceEventDetails,
    SharedEventID,
    VpcEndpointId,
    VpcEndpointAccountId,
    EventCategory,
    Addendum,
    SessionCredentialFromConsole,
    EventContext,
    EdgeDeviceDetails,
    TlsDetails,
    InsightDetails,
}

/// <summary>The fields' names as they stand in a record, and the way back.</summary>
internal static class RecordFieldNames
{
    /// <summary>How many fields there are.</summary>
    internal const int Count = (int)RecordField.InsightDetails + 1;

    private static readonly byte[][] Names = MakeNames();
    private static readonly int[][] ByLength = MakeLengths();

    /// <summary>Gets the field of a name; exact case, as CloudTrail writes it.</summary>
    /// <param name="name">The name's UTF-8 bytes.</param>
    /// <param name="field">The field.</param>
    internal static bool TryGet(ReadOnlySpan<byte> name, out RecordField field)
    {
        if (name.Length < ByLength.Length)
        {
            foreach (var candidate in ByLength[name.Length])
            {
                if (name.SequenceEqual(Names[candidate]))
                {
                    field = (RecordField)candidate;
                    return true;
                }
            }
        }

        field = default;
        return false;
    }

    private static byte[][] MakeNames()
    {
        var names = new byte[Count][];
        for (var field = 0; field < Count; field++)
        {
            var name = ((RecordField)field).ToString();
            names[field] = Encoding.ASCII.GetBytes(char.ToLowerInvariant(name[0]) + name.Substring(1));
        }

        return names;
    }

    private static int[][] MakeLengths()
    {
        var longest = 0;
        foreach (var name in Names)
        {
            longest = Math.Max(longest, name.Length);
        }

        var lengths = new int[longest + 1][];
        for (var length = 0; length <= longest; length++)
        {
            lengths[length] = Array.FindAll(AllFields(), field => Names[field].Length == length);
        }

        return lengths;
    }

    private static int[] AllFields()
    {
        var fields = new int[Count];
        for (var field = 0; field < Count; field++)
        {
            fields[field] = field;
        }

        return fields;
    }
}
