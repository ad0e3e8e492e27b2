using System;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Actors;

/// <summary>Every value of userIdentity.type, as the CloudTrail user guide describes it ("CloudTrail userIdentity element").</summary>
public class IdentityTypeTests
{
    [Theory]
    [InlineData("""{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333","accessKeyId":""}""", "Root", "root")]
    [InlineData("""{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333","userName":"studio-alias","sessionContext":{"sessionIssuer":{}}}""", "Root", "root")]
    [InlineData("""{"type":"IAMUser","principalId":"AIDAJ45Q7YFFAREXAMPLE","arn":"arn:aws:iam::111122223333:user/Alice","accountId":"111122223333","accessKeyId":"AKIAEXAMPLE","userName":"Alice"}""", "IamUser", "Alice")]
    [InlineData("""{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/artists/Bob"}""", "IamUser", "Bob")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROAIDPPEZS35WEXAMPLE:my-session","arn":"arn:aws:sts::111122223333:assumed-role/RoleToBeAssumed/my-session","accountId":"111122223333"}""", "Role", "RoleToBeAssumed/my-session")]
    [InlineData("""{"type":"Role","principalId":"AROAIDPPEZS35WEXAMPLE","arn":"arn:aws:iam::111122223333:role/service/Pipeline","accountId":"111122223333"}""", "Role", "Pipeline")]
    [InlineData("""{"type":"FederatedUser","principalId":"111122223333:Bob","arn":"arn:aws:sts::111122223333:federated-user/Bob","accountId":"111122223333","sessionContext":{"sessionIssuer":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/Broker","userName":"Broker"}}}""", "FederatedUser", "Bob")]
    [InlineData("""{"type":"Directory","principalId":"d-1234567890","userName":"carol"}""", "Directory", "carol")]
    [InlineData("""{"type":"AWSAccount","principalId":"AIDAEXAMPLE","accountId":"444455556666"}""", "AwsAccount", "444455556666")]
    [InlineData("""{"type":"AWSAccount","principalId":"","accountId":"ANONYMOUS_PRINCIPAL"}""", "Anonymous", "anonymous")]
    [InlineData("""{"type":"AWSAccount","principalId":"anonymous","accountId":"anonymous"}""", "Anonymous", "anonymous")]
    [InlineData("""{"type":"AWSService","invokedBy":"credentials.deadline.amazonaws.com"}""", "Service", "credentials.deadline.amazonaws.com")]
    [InlineData("""{"type":"IdentityCenterUser","arn":"","accountId":"111122223333","accessKeyId":"","onBehalfOf":{"userId":"94d00cd8-e9e6-4810-b177-b08e84725435","identityStoreArn":"arn:aws:identitystore::111122223333:identitystore/d-1234567890"},"credentialId":"8f761cae"}""", "IdentityCenterUser", "94d00cd8-e9e6-4810-b177-b08e84725435")]
    [InlineData("""{"type":"SAMLUser","principalId":"SampleUkh1i4+ExamplexL/jEvs=:SamlExample","userName":"dave","identityProvider":"nameQualifier"}""", "SamlUser", "dave")]
    [InlineData("""{"type":"WebIdentityUser","principalId":"accounts.google.com:client.apps.googleusercontent.com:user","userName":"erin","identityProvider":"accounts.google.com"}""", "WebIdentityUser", "erin")]
    [InlineData("""{"type":"Unknown","principalId":"111122223333","arn":"","accountId":"111122223333","accessKeyId":"","userName":"user1"}""", "Unknown", "user1")]
    [InlineData("""{"type":"NotYetInvented","arn":"arn:aws:new::111122223333:thing/x"}""", "Unknown", "x")]
    [InlineData("""{"accountId":"111122223333","invokedBy":"secretsmanager.amazonaws.com"}""", "Service", "secretsmanager.amazonaws.com")]
    [InlineData("""{"accountId":"111122223333"}""", "Unknown", "111122223333")]
    [InlineData("{}", "Unknown", "unknown")]
    [InlineData("null", "Unknown", "unknown")]
    [InlineData("", "Unknown", "unknown")]
    public void Each_type_has_a_kind_and_a_name_and_nothing_is_inferred(string userIdentity, string kind, string name)
    {
        Actor actor = Caller.Read(userIdentity);

        Assert.Equal((kind, name, null, false), (actor.Kind, actor.Name, actor.KindBasis, actor.KindIsInferred));
        Assert.Equal(name, actor.ToString());
    }

    // The transfer of old sign-in records to new ones (AWS security blog, "Important changes to CloudTrail events for AWS IAM
    // Identity Center"): the type stayed Unknown in some, with the person in onBehalfOf.
    [Fact]
    public void An_unknown_on_behalf_of_a_person_is_that_person()
    {
        Actor actor = Caller.Read(
            """{"type":"Unknown","principalId":"111122223333","userName":"user1","onBehalfOf":{"userId":"94d00cd8-e9e6-4810-b177-b08e84725435"}}""",
            "UserAuthentication", eventSource: "signin.amazonaws.com");

        Assert.Equal((ActorKinds.IdentityCenterUser, "user1", "94d00cd8-e9e6-4810-b177-b08e84725435"), (actor.Kind, actor.Name, actor.UserId));
    }

    // "Whether the request was made with root or user credentials; with temporary security credentials for a role or federated
    // user; by another AWS service": the three questions of the Deadline Cloud user guide.
    [Theory]
    [InlineData("""{"type":"Root"}""", true, false, false)]
    [InlineData("""{"type":"IAMUser"}""", true, false, false)]
    [InlineData("""{"type":"AssumedRole"}""", false, true, false)]
    [InlineData("""{"type":"FederatedUser"}""", false, true, false)]
    [InlineData("""{"type":"Role"}""", false, false, false)]
    [InlineData("""{"type":"IdentityCenterUser"}""", false, false, false)]
    [InlineData("""{"type":"AWSService","invokedBy":"ec2.amazonaws.com"}""", false, false, true)]
    [InlineData("""{"type":"AWSService"}""", false, false, true)]
    [InlineData("""{"invokedBy":"ec2.amazonaws.com"}""", false, false, true)]
    [InlineData("""{"type":"IAMUser","userName":"Alice","invokedBy":"cloudformation.amazonaws.com"}""", true, false, true)]
    [InlineData("""{"type":"AssumedRole","invokedBy":"cloudformation.amazonaws.com"}""", false, true, true)]
    [InlineData("null", false, false, false)]
    public void The_three_questions_of_the_documentation_are_answered(string userIdentity, bool rootOrUser, bool temporary, bool service)
    {
        Actor actor = Caller.Read(userIdentity);

        Assert.Equal((rootOrUser, temporary, service), (actor.UsedRootOrUserCredentials, actor.UsedTemporaryCredentials, actor.IsAwsService));
    }

    [Fact]
    public void A_service_that_acts_for_somebody_does_not_hide_who_it_is()
    {
        Actor actor = Caller.Read("""{"type":"IAMUser","userName":"Alice","invokedBy":"cloudformation.amazonaws.com"}""", out Client client);

        Assert.Equal((ActorKinds.IamUser, "Alice", "cloudformation.amazonaws.com"), (actor.Kind, actor.Name, actor.InvokedBy));
        Assert.Equal((ClientKinds.CloudFormation, "cloudformation.amazonaws.com"), (client.Kind, client.InvokedBy));
    }

    // The CreateFarm record of AWS's Deadline Cloud user guide ("Logging Deadline Cloud API calls using AWS CloudTrail").
    [Fact]
    public void Every_field_of_the_documented_record_is_read()
    {
        Actor actor = Caller.Read("""
            {"type":"AssumedRole","principalId":"EXAMPLE-PrincipalID:EXAMPLE-Session","arn":"arn:aws:sts::111122223333:assumed-role/EXAMPLE-UserName/EXAMPLE-Session","accountId":"111122223333","accessKeyId":"EXAMPLE-accessKeyId","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"EXAMPLE-PrincipalID","arn":"arn:aws:iam::111122223333:role/EXAMPLE-UserName","accountId":"111122223333","userName":"EXAMPLE-UserName"},"webIdFederationData":{},"attributes":{"mfaAuthenticated":"false","creationDate":"2021-03-08T23:25:49Z"}}}
            """);

        Assert.Equal("AssumedRole", actor.IdentityType);
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/EXAMPLE-UserName/EXAMPLE-Session", actor.Arn);
        Assert.Equal("111122223333", actor.AccountId);
        Assert.Equal("EXAMPLE-accessKeyId", actor.AccessKeyId);
        Assert.Equal("EXAMPLE-PrincipalID:EXAMPLE-Session", actor.PrincipalId);
        Assert.Equal("EXAMPLE-UserName", actor.RoleName);
        Assert.Equal("arn:aws:iam::111122223333:role/EXAMPLE-UserName", actor.RoleArn);
        Assert.Equal("EXAMPLE-Session", actor.RoleSessionName);
        Assert.False(actor.MfaAuthenticated);
        Assert.Equal("2021-03-08T23:25:49Z", actor.SessionStartUtc);
        Assert.Equal(new DateTime(2021, 3, 8, 23, 25, 49, DateTimeKind.Utc), actor.SessionStart!.Value.ToUniversalTime());
        Assert.Equal(DateTimeKind.Local, actor.SessionStart.Value.Kind);
        Assert.Null(actor.UserName);
        Assert.Null(actor.UserId);
        Assert.Null(actor.InvokedBy);
    }

    [Fact]
    public void Empty_texts_are_null_and_the_identity_store_is_taken_from_its_ARN()
    {
        Actor actor = Caller.Read("""{"type":"IdentityCenterUser","arn":"","accessKeyId":"","principalId":"","onBehalfOf":{"userId":"94d00cd8-e9e6-4810-b177-b08e84725435","identityStoreArn":"arn:aws:identitystore::111122223333:identitystore/d-1234567890"}}""");

        Assert.Equal((null, null, null), (actor.Arn, actor.AccessKeyId, actor.PrincipalId));
        Assert.Equal(("arn:aws:identitystore::111122223333:identitystore/d-1234567890", "d-1234567890"), (actor.IdentityStoreArn, actor.IdentityStoreId));
    }

    [Fact]
    public void A_source_identity_is_read_from_the_session()
    {
        Actor actor = Caller.Read("""{"type":"AssumedRole","sessionContext":{"sourceIdentity":"alice","attributes":{}}}""");

        Assert.Equal("alice", actor.SourceIdentity);
    }
}
