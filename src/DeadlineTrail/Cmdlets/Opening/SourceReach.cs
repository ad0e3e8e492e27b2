namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>How far around what was named a source is read.</summary>
internal enum SourceReach
{
    /// <summary>The records of farms alone: they lie where their Region's name says.</summary>
    Farm,

    /// <summary>Those of global services too, which may lie elsewhere.</summary>
    GlobalServices,

    /// <summary>All that a session of a person is made of. Its sign-in lies in the account and Region of IAM Identity Center,
    /// whichever those are; a grant of credentials in the farm's Region or, by the global endpoint, in us-east-1.</summary>
    SignIns,
}
