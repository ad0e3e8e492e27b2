using System;
using System.Linq;
using System.Text;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.History;

/// <summary>How a user names a resource: identifier, two of them with a slash between, ARN or display name.</summary>
/// <param name="Text">What was given.</param>
internal sealed record ResourceReference(string Text)
{
    // Shorter ones are what people call a queue: job-42, sp-2.
    private const int ShortestMistake = 8;

    /// <summary>Gets the identifier; null while only a name is known.</summary>
    internal string? Id { get; init; }

    /// <summary>Gets what the identifier names; null for a pair.</summary>
    internal IdentifierKind? Kind { get; init; }

    /// <summary>Gets the ARN, where one was given.</summary>
    internal DeadlineArn? Arn { get; init; }

    /// <summary>Gets the identifiers of which a record must name one.</summary>
    internal string[] Parts => Id?.Split('/') ?? [];

    /// <summary>Reads what a user gave.</summary>
    /// <param name="given">The text.</param>
    /// <param name="problem">What is wrong with it; null for nothing.</param>
    /// <param name="isOfType">Whether a type was given with it. Types are for names: with one, what is nearly an identifier
    /// is a name, such as queue-20260301, and without one a mistake.</param>
    internal static ResourceReference? Parse(string given, out HistoryProblem? problem, bool isOfType = false)
    {
        problem = null;
        var text = given.Trim();
        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return OfArn(text, out problem);
        }

        if (KindOf(text, out problem) is { } kind)
        {
            return new ResourceReference(given) { Id = text, Kind = kind };
        }

        if (problem is not null && isOfType)
        {
            problem = null;
            return new ResourceReference(text);
        }

        var ends = text.Split('/');
        if (problem is null && ends.Length == 2 && KindOf(ends[0], out problem) is not null && problem is null && IsEnd(ends[1], out problem))
        {
            return new ResourceReference(given) { Id = text };
        }

        return problem is not null ? null
            : text.Length == 0 ? Wrong(given, "Nothing names nothing: give an identifier, an ARN or a display name.", out problem)
            : new ResourceReference(text);
    }

    private static ResourceReference? OfArn(string text, out HistoryProblem? problem)
    {
        problem = null;
        var arn = DeadlineArn.TryParse(text);
        if (arn is null || arn.Kind is not { } kind || arn[kind] is not { } id)
        {
            return Wrong(text, $"\"{text}\" is not the ARN of a resource of Deadline Cloud. Those are like arn:aws:deadline:us-west-2:111122223333:farm/FARM/queue/QUEUE; a display name or an identifier will do as well.", out problem);
        }

        return KindOf(id, out problem) is null
            ? problem is not null ? null : Wrong(text, $"\"{id}\", at the end of the ARN, is not an identifier of Deadline Cloud.", out problem)
            : new ResourceReference(text) { Id = id, Kind = kind, Arn = arn };
    }

    private static ResourceReference? Wrong(string text, string message, out HistoryProblem? problem)
    {
        problem = new HistoryProblem(HistoryProblem.Invalid, text, message);
        return null;
    }

    // A product of a licence endpoint has an identifier that no shape tells.
    private static bool IsEnd(string text, out HistoryProblem? problem)
    {
        var kind = KindOf(text, out problem);
        return kind is not null || (problem is null && text.Length > 0 && text.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-'));
    }

    /// <summary>What an identifier names; null for a text that is none. One that is nearly an identifier is a mistake.</summary>
    private static IdentifierKind? KindOf(string text, out HistoryProblem? problem)
    {
        problem = null;
        if (IsPrincipal(text))
        {
            return IdentifierKind.Principal;
        }

        var hyphen = text.IndexOf('-');
        if (hyphen < 1 || IdentifierSyntax.KindOfPrefix(Encoding.UTF8.GetBytes(text.Substring(0, hyphen))) is not { } kind)
        {
            return null;
        }

        var digits = text.Substring(hyphen + 1);
        var ordinal = digits.Length > IdentifierSyntax.HexLength ? digits.Substring(IdentifierSyntax.HexLength) : string.Empty;
        var behind = IdentifierSyntax.OrdinalLength(kind, Encoding.UTF8.GetBytes(ordinal.Length == 0 ? " " : ordinal));
        if (digits.Length >= IdentifierSyntax.HexLength
            && digits.Take(IdentifierSyntax.HexLength).All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'))
            && behind == ordinal.Length)
        {
            return kind;
        }

        if (digits.Length >= ShortestMistake && digits.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or '-'))
        {
            problem = new HistoryProblem(HistoryProblem.Invalid, text,
                $"\"{text}\" is not a whole identifier: behind {text.Substring(0, hyphen + 1)} stand 32 digits 0-9 and a-f{(kind is IdentifierKind.Task or IdentifierKind.SessionAction ? ", a hyphen and a number" : string.Empty)}. Tables show the first eight; ResourceId has all of them. If it is a display name, say of what with -ResourceType.");
        }

        return null;
    }

    /// <summary>([0-9a-f]{10}-|)UUID, IdentityCenterPrincipalId in the service model.</summary>
    private static bool IsPrincipal(string text) =>
        text.Length is 36 or 47 && Guid.TryParseExact(text.Substring(text.Length - 36), "D", out _)
        && text.Take(text.Length - 36).All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or '-');
}
