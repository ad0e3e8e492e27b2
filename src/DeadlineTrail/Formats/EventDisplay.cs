using System.Globalization;
using System.Management.Automation;
using System.Text;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.Formats;

/// <summary>
/// What the views of an event show. Called by the format system through the CodeProperty members of
/// <c>TrailEvent.Types.ps1xml</c>: no script block, so that hosts which allow signed code only can show it, and
/// nothing from a log reaches the terminal as it is.
/// </summary>
public static class EventDisplay
{
    private const string ServiceSuffix = ".amazonaws.com";

    /// <summary>The operation, with its service where that is not Deadline Cloud.</summary>
    public static string Event(PSObject instance) => Show(instance, static e => e.EventSource == Deadline.DeadlineService.EventSource
        ? e.EventName
        : e.EventName + " (" + WithoutSuffix(e.EventSource) + ")");

    /// <summary>Who called. Of a role and its session the session comes first: it is the worker, the person, the instance.</summary>
    public static string Actor(PSObject instance) => Show(instance, static e => e.Actor switch
    {
        { RoleSessionName: { } session, RoleName: { } role } actor when actor.Name == role + "/" + session => $"{ShortId(session)} ({role})",
        var actor => WithoutSuffix(actor.Name),
    });

    /// <summary>What was called upon: the display name, the short form of the identifier.</summary>
    public static string Resource(PSObject instance) => Show(instance, static e =>
    {
        var id = ShortId(e.ResourceId);
        return e.ResourceName is { } name ? (id is null ? name : $"{name} ({id})") : id ?? Around(e);
    });

    /// <summary>From where.</summary>
    public static string Address(PSObject instance) => Show(instance, static e => WithoutSuffix(e.SourceIPAddress));

    /// <summary>From where, as the record has it.</summary>
    public static string AddressDetail(PSObject instance) => Show(instance, static e => e.SourceIPAddress);

    /// <summary>Whether it worked, and if not, why not.</summary>
    public static string Result(PSObject instance) => Show(instance, static e =>
        e.Succeeded ? "OK" : e.IsDenied ? "Denied" : e.ErrorCode?.Replace("Exception", string.Empty) ?? "Failed");

    /// <summary>The local time with its distance from UTC, and the record's own.</summary>
    public static string Time(PSObject instance) => Show(instance, static e =>
        new System.DateTimeOffset(e.EventTime).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) + "  (" + e.EventTimeUtc + ")");

    /// <summary>The caller in full.</summary>
    public static string ActorDetail(PSObject instance) => Show(instance, static e =>
    {
        var actor = e.Actor;
        return Join($"{actor.Name} ({actor.Kind}{(actor.KindIsInferred ? ", inferred from " + actor.KindBasis : string.Empty)})", actor.Arn);
    });

    /// <summary>The credentials.</summary>
    public static string Credentials(PSObject instance) => Show(instance, static e =>
    {
        var actor = e.Actor;
        return Join(
            actor.AccessKeyId,
            actor.SessionStartUtc is { } start ? "session since " + start : null,
            actor.MfaAuthenticated is { } mfa ? (mfa ? "with MFA" : "without MFA") : null,
            actor.InvokedBy is { } service ? "used by " + service : null);
    });

    /// <summary>The program in full.</summary>
    public static string ClientDetail(PSObject instance) => Show(instance, static e =>
    {
        var client = e.Client;
        return Join(client.Version is null ? client.Name : client.Name + " " + client.Version, client.Command, client.Application, client.OperatingSystem);
    });

    /// <summary>What the program said of itself.</summary>
    public static string UserAgent(PSObject instance) => Show(instance, static e => e.UserAgent);

    /// <summary>The resource in full.</summary>
    public static string ResourceDetail(PSObject instance) => Show(instance, static e =>
        Join(e.ResourceType, e.ResourceName is { } name ? $"\"{name}\"" : null, e.ResourceId));

    /// <summary>Every identifier the record names.</summary>
    public static string Identifiers(PSObject instance) => Show(instance, static e => string.Join(", ", e.Identifiers.All));

    /// <summary>Result, error and message.</summary>
    public static string ResultDetail(PSObject instance) => Show(instance, static e =>
        e.Succeeded ? "OK" : Join(e.IsDenied ? "Denied" : "Failed", e.ErrorCode, e.ErrorMessage));

    /// <summary>The request as JSON.</summary>
    public static string Request(PSObject instance) => Show(instance, static e => e.RequestParameters?.ToString());

    /// <summary>The answer as JSON.</summary>
    public static string Response(PSObject instance) => Show(instance, static e => e.ResponseElements?.ToString());

    /// <summary>What the service added, as JSON.</summary>
    public static string Details(PSObject instance) => Show(instance, static e => Join(e.AdditionalEventData?.ToString(), e.ServiceEventDetails?.ToString()));

    /// <summary>What the record has and does not show.</summary>
    public static string Withheld(PSObject instance) => Show(instance, static e =>
    {
        var hidden = string.Join(", ", e.HiddenFields);
        var omitted = string.Join(", ", e.OmittedFields);
        return Join(hidden.Length > 0 ? "hidden by AWS: " + hidden : null, omitted.Length > 0 ? "too large, left out by CloudTrail: " + omitted : null);
    });

    /// <summary>Class and access.</summary>
    public static string Class(PSObject instance) => Show(instance, static e => Join(e.EventClass, e.Access));

    /// <summary>Account and Region.</summary>
    public static string Place(PSObject instance) => Show(instance, static e => Join(e.AccountId, e.Region));

    /// <summary>Identifiers of event and request.</summary>
    public static string EventId(PSObject instance) => Show(instance, static e => e.EventId);

    /// <summary>Where the event was read.</summary>
    public static string Origin(PSObject instance) => Show(instance, static e => e.Origin.ToString());

    private static string Show(PSObject instance, System.Func<TrailEvent, string?> what) =>
        instance?.BaseObject is TrailEvent trailEvent ? TerminalText.Safe(what(trailEvent)) : string.Empty;

    private static string Join(params string?[] parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                joined.Append(joined.Length > 0 ? ", " : string.Empty).Append(part);
            }
        }

        return joined.ToString();
    }

    /// <summary>Where a call was refused or failed there is no new resource, but often what it would have been in.</summary>
    private static string Around(TrailEvent trailEvent)
    {
        var found = trailEvent.Identifiers;
        for (var kind = IdentifierKind.SessionAction; kind > IdentifierKind.Farm; kind--)
        {
            if (found[kind] is { } id)
            {
                return "in " + ShortId(id);
            }
        }

        return found[IdentifierKind.Farm] is { } farm ? "in " + ShortId(farm) : string.Empty;
    }

    private static string? WithoutSuffix(string? service) => service?.EndsWith(ServiceSuffix, System.StringComparison.Ordinal) == true
        ? service.Substring(0, service.Length - ServiceSuffix.Length)
        : service;

    // Thirty-two digits fill half the width of a terminal; the first eight tell one thing from another at a glance.
    private static string? ShortId(string? id)
    {
        const int kept = 8;
        var dash = id?.IndexOf('-') ?? -1;
        return dash > 0 && id!.Length > dash + 1 + (2 * kept) ? id.Substring(0, dash + 1 + kept) : id;
    }
}
