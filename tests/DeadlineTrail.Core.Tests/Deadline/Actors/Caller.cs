using System.Text;
using DeadlineTrail.Deadline.Actors;

namespace DeadlineTrail.Core.Tests.Deadline.Actors;

/// <summary>Calls to read actors of, written as records have them.</summary>
internal static class Caller
{
    public const string WorkerAgent = "Boto3/1.35.0 md/Botocore#1.35.0 ua/2.0 os/linux#6.1 lang/python#3.11.8 deadline_worker_agent/0.28.1 deadline_cloud/0.48.8 openjd_sessions/0.9.0";

    public const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36";

    public const string UserId = "b801f3c0-c071-70bc-b869-6804bc732408";

    public static Actor Read(
        string userIdentity,
        string? eventName = "GetFarm",
        string? userAgent = "Boto3/1.35.0",
        bool fromConsole = false,
        string eventSource = "deadline.amazonaws.com",
        string sourceIPAddress = "192.0.2.10") => Read(userIdentity, out _, eventName, userAgent, fromConsole, eventSource, sourceIPAddress);

    public static Actor Read(
        string userIdentity,
        out Client client,
        string? eventName = "GetFarm",
        string? userAgent = "Boto3/1.35.0",
        bool fromConsole = false,
        string eventSource = "deadline.amazonaws.com",
        string sourceIPAddress = "192.0.2.10") =>
        ActorReader.Read(
            Encoding.UTF8.GetBytes(userIdentity), new ActorContext(eventSource, eventName, sourceIPAddress, userAgent, fromConsole), out client);

    /// <summary>An assumed role as CloudTrail writes it (the CreateFarm record of AWS's Deadline Cloud user guide has this shape).</summary>
    public static string AssumedRole(string role, string session, string path = "", string more = "") => $$$"""
        {"type":"AssumedRole","principalId":"AROAEXAMPLE:{{{session}}}","arn":"arn:aws:sts::111122223333:assumed-role/{{{role}}}/{{{session}}}",
        "accountId":"111122223333","accessKeyId":"ASIAEXAMPLE","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROAEXAMPLE",
        "arn":"arn:aws:iam::111122223333:role/{{{path}}}{{{role}}}","accountId":"111122223333","userName":"{{{role}}}"},"webIdFederationData":{},
        "attributes":{"mfaAuthenticated":"false","creationDate":"2021-03-08T23:25:49Z"} }{{{more}}} }
        """;
}
