using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws;

/// <summary>Says of whatever the SDK throws what it means for the caller.</summary>
internal static class AwsFailures
{
    /// <summary>Gives the exception a call ends with.</summary>
    internal static AwsCallException Of(Exception thrown)
    {
        if (thrown is AmazonServiceException { StatusCode: not 0 } answer and not AmazonUnmarshallingException)
        {
            return new AwsCallException(KindOf(answer.ErrorCode, (int)answer.StatusCode), Message(answer), answer);
        }

        for (var each = thrown; each is not null; each = each.InnerException)
        {
            switch (each)
            {
                case SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.TimedOut or SocketError.Shutdown or SocketError.TryAgain }:
                    return new AwsCallException(AwsFailure.Transient, thrown.Message, thrown);
                case SocketException:
                    return new AwsCallException(AwsFailure.Unreachable, each.Message, thrown);
                case AuthenticationException:
                    return new AwsCallException(AwsFailure.Unreachable, "no trusted connection can be made: " + each.Message, thrown);
                case WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure }:
                    return new AwsCallException(AwsFailure.Unreachable, each.Message, thrown);
            }
        }

        return thrown switch
        {
            OperationCanceledException or TimeoutException => new AwsCallException(AwsFailure.Transient, "no answer came in time", thrown),
            _ when IsBroken(thrown) => new AwsCallException(AwsFailure.Transient, thrown.GetBaseException().Message, thrown),
            _ => new AwsCallException(AwsFailure.Refused, thrown.Message, thrown),
        };
    }

    /// <summary>Whether it is not an answer of the service's own: a connection that ended in the middle, or text that is
    /// not JSON.</summary>
    private static bool IsBroken(Exception thrown)
    {
        for (var each = thrown; each is not null; each = each.InnerException)
        {
            if (each is System.Net.Http.HttpRequestException or WebException or IOException or AmazonUnmarshallingException or System.Text.Json.JsonException)
            {
                return true;
            }
        }

        return thrown is AmazonServiceException;
    }

    // "Common errors", https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/CommonErrors.html, with the shorter
    // and longer spellings that other services of AWS give the same.
    private static AwsFailure KindOf(string? code, int status) => code switch
    {
        "ThrottlingException" or "Throttling" or "ThrottledException" or "TooManyRequestsException" or "RequestThrottled" or "RequestLimitExceeded" => AwsFailure.Throttled,
        "ExpiredTokenException" or "ExpiredToken" or "TokenRefreshRequired" => AwsFailure.ExpiredCredentials,
        "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "InvalidAccessKeyId" => AwsFailure.UnknownCredentials,
        "OptInRequired" => AwsFailure.RegionNotEnabled,
        "AccessDeniedException" or "AccessDenied" or "OperationNotPermittedException" or "NotAuthorized" => AwsFailure.Denied,
        "InvalidNextTokenException" => AwsFailure.InvalidToken,
        "InternalFailure" or "InternalError" or "InternalServerError" or "ServiceUnavailable" or "ServiceUnavailableException" or "RequestTimeout" or "RequestTimeoutException" => AwsFailure.Transient,
        _ => status switch
        {
            429 => AwsFailure.Throttled,
            >= 500 => AwsFailure.Transient,
            _ => AwsFailure.Refused,
        },
    };

    private static string Message(AmazonServiceException answer) =>
        string.IsNullOrWhiteSpace(answer.Message) ? $"HTTP {(int)answer.StatusCode} {answer.ErrorCode}" : $"{answer.Message} ({(string.IsNullOrEmpty(answer.ErrorCode) ? "HTTP " + (int)answer.StatusCode : answer.ErrorCode)})";
}
