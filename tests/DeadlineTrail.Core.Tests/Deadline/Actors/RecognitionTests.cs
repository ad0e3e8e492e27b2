using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Actors;

/// <summary>Whom a wrangler means: what docs/actors.md says of each kind and its certainty.</summary>
public class RecognitionTests
{
    private const string MonitorRole = "AmazonDeadlineCloudStudioUserRole";

    [Fact]
    public void A_monitor_user_is_known_by_the_session_name_and_called_by_the_user_id()
    {
        Actor actor = Caller.Read(Caller.AssumedRole(MonitorRole, "DeadlineSession-" + Caller.UserId));

        Assert.Equal((ActorKinds.MonitorUser, Caller.UserId, Caller.UserId), (actor.Kind, actor.Name, actor.UserId));
        Assert.Equal("role session name DeadlineSession- and a user id", actor.KindBasis);
        Assert.True(actor.KindIsInferred);
        Assert.Null(actor.UserName);
    }

    // aws-deadline/deadline-cloud, pull request 264: the one ARN of a monitor session that was ever shown, masked.
    [Fact]
    public void A_masked_monitor_session_is_still_a_monitor_user()
    {
        Actor actor = Caller.Read(Caller.AssumedRole(MonitorRole, "DeadlineSession-*********"));

        Assert.Equal((ActorKinds.MonitorUser, MonitorRole + "/DeadlineSession-*********", null), (actor.Kind, actor.Name, actor.UserId));
    }

    [Theory]
    [InlineData("deadline.amazonaws.com", "MonitorUser")]
    [InlineData("s3.amazonaws.com", "Role")]
    public void A_user_id_alone_in_the_session_name_tells_a_monitor_user_only_in_calls_to_Deadline_Cloud(string eventSource, string kind)
    {
        Actor actor = Caller.Read(Caller.AssumedRole("StudioMonitor", Caller.UserId), eventSource: eventSource);

        Assert.Equal((kind, Caller.UserId), (actor.Kind, actor.UserId));
    }

    [Fact]
    public void A_monitor_user_keeps_the_session_in_other_services_too()
    {
        Actor actor = Caller.Read(Caller.AssumedRole("StudioMonitor", "DeadlineSession-" + Caller.UserId), "DescribeUser", eventSource: "identitystore.amazonaws.com");

        Assert.Equal((ActorKinds.MonitorUser, Caller.UserId), (actor.Kind, actor.Name));
    }

    [Theory]
    [InlineData("b801f3c0-c071-70bc-b869-6804bc732408", "b801f3c0-c071-70bc-b869-6804bc732408")]
    [InlineData("9067642ac7-b801f3c0-c071-70bc-b869-6804bc732408", "9067642ac7-b801f3c0-c071-70bc-b869-6804bc732408")]
    [InlineData("DeadlineSession-9067642ac7-B801F3C0-c071-70bc-b869-6804bc732408", "9067642ac7-B801F3C0-c071-70bc-b869-6804bc732408")]
    [InlineData("x_b801f3c0-c071-70bc-b869-6804bc732408.y", "b801f3c0-c071-70bc-b869-6804bc732408")]
    [InlineData("906764-b801f3c0-c071-70bc-b869-6804bc732408", "b801f3c0-c071-70bc-b869-6804bc732408")]
    [InlineData("b801f3c0-c071-70bc-b869-6804bc7324080", null)]
    [InlineData("ab801f3c0-c071-70bc-b869-6804bc732408", null)]
    [InlineData("b801f3c0-c071-70bc-b869-6804bc73240", null)]
    [InlineData("b801f3c0-c071-70bc-b869_6804bc732408", null)]
    [InlineData("alice@example.com", null)]
    public void The_user_id_is_found_by_its_shape_anywhere_in_the_session_name(string session, string? userId)
    {
        Assert.Equal(userId, Caller.Read(Caller.AssumedRole("StudioMonitor", session)).UserId);
    }

    [Theory]
    [InlineData("AWSDeadlineCloudQueueRole-1234567890", "anything", "GetObject", "Boto3/1.35.0", "QueueRole", "role name AWSDeadlineCloudQueueRole-")]
    [InlineData("AWSDeadlineCloudFleetRole-1234567890", "anything", "UpdateWorker", Caller.WorkerAgent, "Worker", "role name AWSDeadlineCloudFleetRole- and user agent deadline_worker_agent")]
    [InlineData("AWSDeadlineCloudFleetRole-1234567890", "anything", "UpdateWorkerSchedule", null, "Worker", "role name AWSDeadlineCloudFleetRole- and operation UpdateWorkerSchedule")]
    [InlineData("AWSDeadlineCloudFleetRole-1234567890", "anything", "GetFleet", "Boto3/1.35.0", "FleetRole", "role name AWSDeadlineCloudFleetRole-")]
    [InlineData("RenderFleet", "anything", "UpdateWorkerSchedule", Caller.WorkerAgent, "Worker", "user agent deadline_worker_agent")]
    [InlineData("RenderFleet", "anything", "BatchGetJobEntity", null, "Worker", "operation BatchGetJobEntity")]
    [InlineData("RenderFleet", "anything", "AssumeQueueRoleForWorker", "Boto3/1.35.0", "Worker", "operation AssumeQueueRoleForWorker")]
    [InlineData("RenderHost", "i-0c1a23fc456b7ab89", "CreateWorker", Caller.WorkerAgent, "WorkerHost", "user agent deadline_worker_agent and an instance id as role session name")]
    [InlineData("RenderHost", "i-0c1a23fc456b7ab89", "UpdateWorkerSchedule", Caller.WorkerAgent, "WorkerHost", "user agent deadline_worker_agent and an instance id as role session name")]
    [InlineData("RenderHost", "i-0c1a23fc456b7ab89", "AssumeFleetRoleForWorker", null, "WorkerHost", "an instance id as role session name and operation AssumeFleetRoleForWorker")]
    [InlineData("OnPremises", "cert-serial", "CreateWorker", Caller.WorkerAgent, "WorkerHost", "user agent deadline_worker_agent and operation CreateWorker")]
    [InlineData("RenderHost", "i-0c1a23fc456b7ab89", "ListFarms", "aws-cli/2.15.0", "Role", null)]
    [InlineData("OnPremises", "cert-serial", "CreateWorker", "aws-cli/2.15.0", "Role", null)]
    [InlineData("Pipeline", "build-7", "CreateJob", "Boto3/1.35.0", "Role", null)]
    public void Workers_hosts_and_their_roles_are_told_apart(string role, string session, string eventName, string? userAgent, string kind, string? basis)
    {
        Actor actor = Caller.Read(Caller.AssumedRole(role, session, "service-role/"), eventName, userAgent);

        Assert.Equal((kind, basis, role + "/" + session), (actor.Kind, actor.KindBasis, actor.Name));
    }

    [Theory]
    [InlineData("""{"type":"Root"}""", "Root")]
    [InlineData("""{"type":"IAMUser","userName":"Alice"}""", "ConsoleUser")]
    [InlineData("""{"type":"FederatedUser","arn":"arn:aws:sts::111122223333:federated-user/Bob"}""", "ConsoleUser")]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/Admin/alice"}""", "ConsoleUser")]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/AWSDeadlineCloudQueueRole-1/alice"}""", "ConsoleUser")]
    [InlineData("""{"type":"AWSService","invokedBy":"ec2.amazonaws.com"}""", "Service")]
    public void The_console_marker_makes_a_person_in_the_console_but_never_hides_root(string userIdentity, string kind)
    {
        Actor actor = Caller.Read(userIdentity, userAgent: Caller.Browser, fromConsole: true);

        Assert.Equal((kind, null), (actor.Kind, actor.KindBasis));
    }

    // IAM Identity Center user guide: roles of permission sets are named AWSReservedSSO_..., sessions after the user.
    [Theory]
    [InlineData(false, "IdentityCenterUser", "role name AWSReservedSSO_")]
    [InlineData(true, "ConsoleUser", null)]
    public void A_person_with_a_permission_set_is_called_by_their_user_name(bool fromConsole, string kind, string? basis)
    {
        Actor actor = Caller.Read(
            Caller.AssumedRole("AWSReservedSSO_FarmAdmin_0123456789abcdef", "alice@example.com", "aws-reserved/sso.amazonaws.com/eu-west-1/"), fromConsole: fromConsole);

        Assert.Equal((kind, basis, "alice@example.com"), (actor.Kind, actor.KindBasis, actor.Name));
        Assert.Equal("AWSReservedSSO_FarmAdmin_0123456789abcdef", actor.RoleName);
    }

    [Fact]
    public void A_service_linked_role_is_its_service()
    {
        Actor actor = Caller.Read(Caller.AssumedRole(
            "AWSServiceRoleForRDS", "rds", "aws-service-role/rds.amazonaws.com/", ",\"invokedBy\":\"rds.amazonaws.com\""));

        Assert.Equal((ActorKinds.Service, "rds.amazonaws.com", null), (actor.Kind, actor.Name, actor.KindBasis));
    }

    // A user agent is the caller's own claim: whoever says "worker agent" stays who they are.
    [Theory]
    [InlineData("""{"type":"Root"}""", "Root")]
    [InlineData("""{"type":"IAMUser","userName":"mallory"}""", "IamUser")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROAEXAMPLE:mallory@example.com","arn":"arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Artist_0123456789abcdef/mallory@example.com"}""", "IdentityCenterUser")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROAEXAMPLE:DeadlineSession-b801f3c0-c071-70bc-b869-6804bc732408","arn":"arn:aws:sts::111122223333:assumed-role/Monitor/DeadlineSession-b801f3c0-c071-70bc-b869-6804bc732408"}""", "MonitorUser")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROAEXAMPLE:b801f3c0-c071-70bc-b869-6804bc732408","arn":"arn:aws:sts::111122223333:assumed-role/Monitor/b801f3c0-c071-70bc-b869-6804bc732408"}""", "MonitorUser")]
    public void Nobody_becomes_a_worker_by_a_forged_user_agent(string userIdentity, string kind)
    {
        Assert.Equal(kind, Caller.Read(userIdentity, "UpdateWorkerSchedule", Caller.WorkerAgent).Kind);
    }

    // The API allows calls from pages of other origins (its model has smithy.api#cors), and the monitor's pages make them.
    [Fact]
    public void A_browser_with_a_monitor_users_credentials_shows_the_monitor()
    {
        Caller.Read(Caller.AssumedRole(MonitorRole, "DeadlineSession-" + Caller.UserId), out Client client, "ListJobs", Caller.Browser);

        Assert.Equal((ClientKinds.Monitor, "Chrome", "119.0.0.0", "windows"), (client.Kind, client.Application, client.ApplicationVersion, client.OperatingSystem));
    }

    [Fact]
    public void A_submitter_with_a_monitor_users_credentials_is_a_submitter()
    {
        Actor actor = Caller.Read(
            Caller.AssumedRole(MonitorRole, "DeadlineSession-" + Caller.UserId), out Client client, "CreateJob", "Boto3/1.35.0 app/deadline-client#0.54.1 submitter/Maya#0.15.2");

        Assert.Equal((ActorKinds.MonitorUser, ClientKinds.Submitter, "Maya submitter"), (actor.Kind, client.Kind, client.Name));
    }
}
