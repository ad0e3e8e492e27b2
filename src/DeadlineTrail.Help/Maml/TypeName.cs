using System;

namespace DeadlineTrail.Help.Maml;

/// <summary>The names of types as PowerShell's own syntax display has them.</summary>
internal static class TypeName
{
    private const string Nullable = "System.Nullable`1[";

    internal static bool IsSwitch(string type) => type == "System.Management.Automation.SwitchParameter";

    /// <summary><c>System.String[]</c> is <c>string[]</c>, and that a value may be missing goes without saying.</summary>
    internal static string Short(string type)
    {
        if (type.StartsWith(Nullable, StringComparison.Ordinal))
        {
            return Short(type[Nullable.Length..^1]);
        }

        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return Short(type[..^2]) + "[]";
        }

        return type switch
        {
            "System.String" => "string",
            "System.Int32" => "int",
            "System.Int64" => "long",
            "System.TimeSpan" => "timespan",
            "System.DateTime" => "datetime",
            "System.Uri" => "uri",
            _ => type[(type.LastIndexOf('.') + 1)..],
        };
    }
}
