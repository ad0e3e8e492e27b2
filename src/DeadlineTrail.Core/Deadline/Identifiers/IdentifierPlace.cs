namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>Where in a record an identifier stands, best evidence of what the call was about first.</summary>
internal enum IdentifierPlace
{
    /// <summary>A field of its own at the top of <c>requestParameters</c>.</summary>
    Request,

    /// <summary>A field of its own deeper in <c>requestParameters</c>: the items of a batch.</summary>
    RequestItem,

    /// <summary>An ARN in <c>resources</c> or in the request.</summary>
    Resource,

    /// <summary>A field of its own at the top of <c>responseElements</c>: what a Create call made.</summary>
    Response,

    /// <summary>The text of the error.</summary>
    ErrorText,

    /// <summary>Part of some text in a request to another service: an S3 key, the name of a log group.</summary>
    RequestText,

    /// <summary>Anywhere else: the record names it, but is not about it.</summary>
    Mention,
}
