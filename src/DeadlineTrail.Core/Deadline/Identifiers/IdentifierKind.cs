namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>What an identifier names, from the widest to the most specific.</summary>
internal enum IdentifierKind
{
    Farm,
    Queue,
    Fleet,
    Monitor,
    LicenseEndpoint,
    StorageProfile,
    Limit,
    Budget,
    Product,
    Principal,
    Aggregation,
    Worker,
    Volume,
    QueueEnvironment,
    Job,
    Step,
    Session,
    Task,
    SessionAction,
}
