using System.Collections.Generic;
using DeadlineTrail.Parsing;

namespace DeadlineTrail;

/// <content>The free-form parts of the record: what they hold is each service's own affair.</content>
public sealed partial class TrailEvent
{
    /// <summary>Gets what was asked for (<c>requestParameters</c>): a <see cref="RecordObject"/>; null when there is none.
    /// Sensitive values are the text <c>HIDDEN_DUE_TO_SECURITY_REASONS</c>, see <see cref="HiddenFields"/>.</summary>
    public object? RequestParameters => Read(RecordField.RequestParameters);

    /// <summary>Gets what was answered (<c>responseElements</c>), for calls that change something; usually a
    /// <see cref="RecordObject"/>.</summary>
    public object? ResponseElements => Read(RecordField.ResponseElements);

    /// <summary>Gets what else the service said (<c>additionalEventData</c>).</summary>
    public object? AdditionalEventData => Read(RecordField.AdditionalEventData);

    /// <summary>Gets what a service event was about (<c>serviceEventDetails</c>), such as the result of a sign-in.</summary>
    public object? ServiceEventDetails => Read(RecordField.ServiceEventDetails);

    /// <summary>Gets why the record came late or was amended (<c>addendum</c>); null for most.</summary>
    public object? Addendum => Read(RecordField.Addendum);

    /// <summary>Gets the connection (<c>tlsDetails</c>); null for calls a service made.</summary>
    public object? TlsDetails => Read(RecordField.TlsDetails);

    /// <summary>Gets the whole record, with every field, also those this module knows nothing of.</summary>
    public RecordObject Record => (RecordObject)RecordValue.Read(_record, 0)!;

    /// <summary>Gets the paths of values that AWS hid as sensitive, such as <c>requestParameters.template</c>; empty where
    /// nothing is hidden. A hidden value exists, but cannot be known from the record.</summary>
    public IReadOnlyList<string> HiddenFields => WithheldFields.Hidden(Record);

    /// <summary>Gets the names of parts that CloudTrail left out because they were too large, such as
    /// <c>requestParameters</c>; empty where nothing was left out.</summary>
    public IReadOnlyList<string> OmittedFields => WithheldFields.Omitted(Record);

    private object? Read(RecordField field) => Has(field) ? RecordValue.Read(_record, _starts[(int)field]) : null;
}
