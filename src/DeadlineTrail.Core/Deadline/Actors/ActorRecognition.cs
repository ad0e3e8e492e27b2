using System;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>Which of <see cref="ActorKinds"/> an identity is, and what was inferred to say so.</summary>
/// <remarks>
/// The order is a promise: what AWS recorded outranks names, and names outrank the user agent, which is the caller's own claim. So
/// nobody is taken for a worker because their program says so, unless all else that is known is that they use some role.
/// What stands in which source, and how certain it is: docs/actors.md.
/// </remarks>
internal static class ActorRecognition
{
    // The monitor's role session is "DeadlineSession-" and the user's id: seen in one ARN of aws-deadline/deadline-cloud (pull
    // request 264, masked); AWS's older page says only that the id is inside.
    private const string MonitorSession = "DeadlineSession-";

    // Names the Deadline Cloud console gives the roles it makes, followed by digits.
    private const string QueueRoleName = "AWSDeadlineCloudQueueRole-";
    private const string FleetRoleName = "AWSDeadlineCloudFleetRole-";

    // "IAM Identity Center creates corresponding IAM roles": AWSReservedSSO_<permission set>_<16 hexadecimal digits>.
    private const string PermissionSetRoleName = "AWSReservedSSO_";

    // Only the linked service can assume a service-linked role, and nobody else can make a role under this path.
    private const string ServiceLinkedPath = ":role/aws-service-role/";

    public static (string Kind, string? Basis) Recognise(
        UserIdentity identity, in RoleSession session, string? userId, in ActorContext context, bool isWorkerAgent)
    {
        if (identity.IsDamaged)
        {
            return (ActorKinds.Unknown, null);
        }

        string? type = identity.Type;
        bool console = context.SessionCredentialFromConsole;
        if (ActorTypes.Is(type, ActorTypes.AssumedRole))
        {
            return console ? (ActorKinds.ConsoleUser, null) : OfAssumedRole(identity, session, userId, context, isWorkerAgent);
        }

        string kind = type switch
        {
            null => identity.InvokedBy is null ? ActorKinds.Unknown : ActorKinds.Service,
            _ when ActorTypes.Is(type, ActorTypes.Root) => ActorKinds.Root,
            _ when ActorTypes.Is(type, ActorTypes.IamUser) => console ? ActorKinds.ConsoleUser : ActorKinds.IamUser,
            _ when ActorTypes.Is(type, ActorTypes.FederatedUser) => console ? ActorKinds.ConsoleUser : ActorKinds.FederatedUser,
            _ when ActorTypes.Is(type, ActorTypes.Role) => ActorKinds.Role,
            _ when ActorTypes.Is(type, ActorTypes.AwsService) => ActorKinds.Service,
            _ when ActorTypes.Is(type, ActorTypes.AwsAccount) => IsAnonymous(identity) ? ActorKinds.Anonymous : ActorKinds.AwsAccount,
            _ when ActorTypes.Is(type, ActorTypes.IdentityCenterUser) => ActorKinds.IdentityCenterUser,
            _ when ActorTypes.Is(type, ActorTypes.SamlUser) => ActorKinds.SamlUser,
            _ when ActorTypes.Is(type, ActorTypes.WebIdentityUser) => ActorKinds.WebIdentityUser,
            _ when ActorTypes.Is(type, ActorTypes.Directory) => ActorKinds.Directory,

            // Sign-ins to Identity Center were recorded as Unknown until 2025; onBehalfOf names the person either way.
            _ => identity.OnBehalfOfUserId is null ? ActorKinds.Unknown : ActorKinds.IdentityCenterUser,
        };
        return (kind, null);
    }

    private static (string Kind, string? Basis) OfAssumedRole(
        UserIdentity identity, in RoleSession session, string? userId, in ActorContext context, bool isWorkerAgent)
    {
        string role = session.RoleName ?? string.Empty;
        string name = session.SessionName ?? string.Empty;
        bool atDeadline = string.Equals(context.EventSource, DeadlineService.EventSource, StringComparison.OrdinalIgnoreCase);
        bool hasMonitorName = name.StartsWith(MonitorSession, StringComparison.Ordinal);

        if (identity.IssuerArn?.Contains(ServiceLinkedPath) == true)
        {
            return (ActorKinds.Service, null);
        }

        if (role.StartsWith(QueueRoleName, StringComparison.Ordinal))
        {
            return (ActorKinds.QueueRole, "role name " + QueueRoleName);
        }

        if (role.StartsWith(FleetRoleName, StringComparison.Ordinal))
        {
            return isWorkerAgent ? (ActorKinds.Worker, "role name " + FleetRoleName + " and user agent deadline_worker_agent")
                : IsWorkerOperation(context) ? (ActorKinds.Worker, "role name " + FleetRoleName + " and operation " + context.EventName)
                : (ActorKinds.FleetRole, "role name " + FleetRoleName);
        }

        if (userId is not null && hasMonitorName)
        {
            return (ActorKinds.MonitorUser, "role session name " + MonitorSession + " and a user id");
        }

        if (identity.OnBehalfOfUserId is not null)
        {
            return (ActorKinds.IdentityCenterUser, null);
        }

        if (role.StartsWith(PermissionSetRoleName, StringComparison.Ordinal))
        {
            return (ActorKinds.IdentityCenterUser, "role name " + PermissionSetRoleName);
        }

        if (userId is not null && atDeadline)
        {
            return (ActorKinds.MonitorUser, "a user id in the role session name, in a call to Deadline Cloud");
        }

        return OfWorkersRole(name, context, atDeadline, isWorkerAgent)
            ?? (hasMonitorName ? (ActorKinds.MonitorUser, "role session name " + MonitorSession) : (ActorKinds.Role, null));
    }

    // A host registers its worker with a role of its own (CreateWorker, AssumeFleetRoleForWorker) and then works with the role of
    // its fleet. The session of an EC2 instance's role is named after the instance.
    private static (string Kind, string? Basis)? OfWorkersRole(string sessionName, in ActorContext context, bool atDeadline, bool isWorkerAgent)
    {
        bool isInstance = IsInstanceId(sessionName);
        if (isWorkerAgent)
        {
            return isInstance ? (ActorKinds.WorkerHost, "user agent deadline_worker_agent and an instance id as role session name")
                : atDeadline && context.EventName == "CreateWorker" ? (ActorKinds.WorkerHost, "user agent deadline_worker_agent and operation CreateWorker")
                : (ActorKinds.Worker, "user agent deadline_worker_agent");
        }

        if (!atDeadline)
        {
            return null;
        }

        return isInstance && (context.EventName is "CreateWorker" or "AssumeFleetRoleForWorker")
            ? (ActorKinds.WorkerHost, "an instance id as role session name and operation " + context.EventName)
            : IsWorkerOperation(context) ? (ActorKinds.Worker, "operation " + context.EventName) : null;
    }

    // Of AWS's managed policies, only AWSDeadlineCloud-FleetWorker allows these.
    private static bool IsWorkerOperation(in ActorContext context) =>
        context.EventName is "UpdateWorkerSchedule" or "BatchGetJobEntity" or "AssumeQueueRoleForWorker"
        && string.Equals(context.EventSource, DeadlineService.EventSource, StringComparison.OrdinalIgnoreCase);

    private static bool IsInstanceId(string sessionName)
    {
        if (sessionName.Length is not (10 or 19) || !sessionName.StartsWith("i-", StringComparison.Ordinal))
        {
            return false;
        }

        for (int i = 2; i < sessionName.Length; i++)
        {
            if (sessionName[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAnonymous(UserIdentity identity) =>
        string.Equals(identity.AccountId, "ANONYMOUS_PRINCIPAL", StringComparison.OrdinalIgnoreCase)
        || string.Equals(identity.AccountId, "anonymous", StringComparison.OrdinalIgnoreCase)
        || string.Equals(identity.PrincipalId, "anonymous", StringComparison.OrdinalIgnoreCase);
}
