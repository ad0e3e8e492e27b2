namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>What a call was about: its type, its id and the display name the record has for it; null where the record does not say.</summary>
internal readonly record struct CalledResource(string? Type, string? Id, string? Name)
{
    /// <summary>Finds it among the identifiers of the record.</summary>
    /// <param name="identifiers">The identifiers of the record.</param>
    /// <param name="catalogueResource">The resource the catalogue of operations gives for the event name; null when it has none.</param>
    public static CalledResource Of(RecordIdentifiers identifiers, string? catalogueResource)
    {
        string? name = identifiers.ResourceName;
        return catalogueResource switch
        {
            // Tags are of something: that is what the call was about.
            null or "" or "Tags" => MostSpecific(identifiers) is IdentifierKind kind
                ? new(kind.ToString(), identifiers[kind], name)
                : new(null, null, name),

            // An association has no identifier of its own; the API's path to it is .../QUEUE/FLEET.
            "QueueFleetAssociation" => new(catalogueResource, Pair(identifiers[IdentifierKind.Queue], identifiers[IdentifierKind.Fleet]), name),
            "QueueLimitAssociation" => new(catalogueResource, Pair(identifiers[IdentifierKind.Queue], identifiers[IdentifierKind.Limit]), name),
            _ => new(catalogueResource, KindOf(catalogueResource) is IdentifierKind kind ? identifiers[kind] : null, name),
        };
    }

    private static string? Pair(string? first, string? second) => first is null || second is null ? null : first + "/" + second;

    private static IdentifierKind? MostSpecific(RecordIdentifiers identifiers)
    {
        for (IdentifierKind kind = IdentifierKind.SessionAction; kind >= IdentifierKind.Farm; kind--)
        {
            if (identifiers[kind] is not null)
            {
                return kind;
            }
        }

        return null;
    }

    private static IdentifierKind? KindOf(string resource) => resource switch
    {
        "Farm" => IdentifierKind.Farm,
        "Queue" or "QueueRoleCredentials" => IdentifierKind.Queue,
        "Fleet" or "FleetRoleCredentials" => IdentifierKind.Fleet,
        "Monitor" or "MonitorSettings" => IdentifierKind.Monitor,
        "LicenseEndpoint" => IdentifierKind.LicenseEndpoint,
        "StorageProfile" => IdentifierKind.StorageProfile,
        "Limit" => IdentifierKind.Limit,
        "Budget" => IdentifierKind.Budget,
        "MeteredProduct" => IdentifierKind.Product,
        "FarmMember" or "FleetMember" or "QueueMember" or "JobMember" => IdentifierKind.Principal,
        "SessionsStatisticsAggregation" => IdentifierKind.Aggregation,
        "Worker" or "WorkerSchedule" => IdentifierKind.Worker,
        "Volume" => IdentifierKind.Volume,
        "QueueEnvironment" => IdentifierKind.QueueEnvironment,
        "Job" or "JobTemplate" or "JobEntity" or "JobParameterDefinition" => IdentifierKind.Job,
        "Step" => IdentifierKind.Step,
        "Session" => IdentifierKind.Session,
        "Task" => IdentifierKind.Task,
        "SessionAction" => IdentifierKind.SessionAction,
        _ => null,
    };
}
