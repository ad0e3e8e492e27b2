namespace DeadlineTrail.History;

/// <summary>What a request does to one field.</summary>
internal enum SettingKind
{
    /// <summary>Gives it a value.</summary>
    Value,

    /// <summary>Gives one element of a set, and leaves the others.</summary>
    Element,

    /// <summary>Takes one element of a set away.</summary>
    Removal,

    /// <summary>Something about a set that cannot be told, because its elements are hidden.</summary>
    WholeSet,

    /// <summary>Anything may have been done to any field: the request is not in the record.</summary>
    Anything,
}

/// <summary>What a request does to one field.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Name">The field's name.</param>
/// <param name="Element">The element of the set; null where the field is none.</param>
/// <param name="Value">What is set.</param>
internal readonly record struct FieldSetting(SettingKind Kind, string Name, string? Element, FieldValue Value)
{
    /// <summary>Gets the name by which a change is shown.</summary>
    internal string Label => Element is null ? Name : $"{Name}[{Element}]";
}
