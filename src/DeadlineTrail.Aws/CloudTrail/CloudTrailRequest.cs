using Amazon.Runtime;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>A request. Its type is called after the operation, with "Request" behind it, and has its members.</summary>
internal abstract class CloudTrailRequest<TResponse> : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new();
