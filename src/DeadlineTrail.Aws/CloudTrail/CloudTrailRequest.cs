using System;
using Amazon.Runtime;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>A request. Its type is called after the operation, with "Request" behind it, and has its members.</summary>
internal abstract class CloudTrailRequest<TResponse> : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new();

/// <summary>A response that knows when it was sent. The SDK's own metadata are made anew behind the unmarshaller.</summary>
internal abstract class DatedResponse : AmazonWebServiceResponse
{
    /// <summary>Gets or sets when the server answered, by its own clock (<c>Date</c>); null when it did not say.</summary>
    internal DateTimeOffset? Answered { get; set; }
}
