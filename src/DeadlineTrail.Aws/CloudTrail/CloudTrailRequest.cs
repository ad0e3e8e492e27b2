using Amazon.Runtime;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>A request. Its type is called after the operation, with "Request" behind it, and has its members.</summary>
internal abstract class CloudTrailRequest<TResponse> : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new();

/// <summary>A response that knows when it was sent. The SDK's own metadata are made anew behind the unmarshaller.</summary>
internal abstract class DatedResponse : AmazonWebServiceResponse
{
    /// <summary>Gets or sets the Date header: the server's time.</summary>
    internal string? ServerDate { get; set; }
}
