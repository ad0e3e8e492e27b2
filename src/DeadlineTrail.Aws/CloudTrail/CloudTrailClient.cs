using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Transform;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>
/// CloudTrail in one Region, by the SDK's own pipeline: credentials, signatures, clock correction, time limits, proxies,
/// logging. The SDK's client for the service cannot be had from every feed, and only a few operations are needed; this
/// speaks the same protocol, AWS JSON 1.1, https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html.
/// </summary>
/// <remarks>
/// The types of the namespaces called Internal are public: every package of the SDK is compiled against them.
/// </remarks>
internal sealed class CloudTrailClient(AWSCredentials credentials, CloudTrailConfig config) : AmazonServiceClient(credentials, config)
{
    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new CloudTrailMetadata();

    /// <summary>Calls an operation, once.</summary>
    /// <param name="request">The request; its type names the operation.</param>
    /// <param name="cancellation">Ends the call.</param>
    internal Task<TResponse> SendAsync<TResponse>(CloudTrailRequest<TResponse> request, CancellationToken cancellation)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, JsonCall<TResponse>.Options, cancellation);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new CloudTrailEndpoint());
        pipeline.AddHandlerAfter<CloudTrailEndpoint>(new SignatureVersion4());
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ClockSkewOnly(Config)));
    }

    private sealed class SignatureVersion4 : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
    }

    private sealed class CloudTrailMetadata : IServiceMetadata
    {
        public string ServiceId => CloudTrailConfig.Service;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }

    /// <summary>
    /// The standard way of retrying, but for the retries: every call counts against a quota that only the caller knows,
    /// so it decides about another one. A clock that is wrong is put right here, and the call repeated.
    /// </summary>
    private sealed class ClockSkewOnly(IClientConfig config) : StandardRetryPolicy(config)
    {
        public override bool RetryForException(IExecutionContext executionContext, Exception exception) => false;

        public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) => Task.FromResult(false);
    }

    /// <summary>Writes and reads any operation.</summary>
    private sealed class JsonCall<TResponse> : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
        where TResponse : AmazonWebServiceResponse, new()
    {
        private const string Target = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.";

        internal static readonly InvokeOptions Options = Create();

        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var type = input.GetType();
            var request = new DefaultRequest(input, CloudTrailConfig.Service) { HttpMethod = "POST", ResourcePath = "/" };
            request.Headers["X-Amz-Target"] = Target + type.Name.Substring(0, type.Name.Length - "Request".Length);
            request.Headers["Content-Type"] = "application/x-amz-json-1.1";
            request.Content = JsonSerializer.SerializeToUtf8Bytes(input, CloudTrailJson.Default.GetTypeInfo(type)!);
            return request;
        }

        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
        {
            var response = (TResponse)JsonSerializer.Deserialize(input.Stream, CloudTrailJson.Default.GetTypeInfo(typeof(TResponse))!)!;
            if (response is DatedResponse dated && DateTimeOffset.TryParse(input.ResponseData.GetHeaderValue("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            {
                dated.Answered = date;
            }

            return response;
        }

        public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
        {
            var reader = new Amazon.Runtime.Internal.Util.StreamingUtf8JsonReader(input.Stream);
            var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
            return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
        }

        private static InvokeOptions Create()
        {
            var call = new JsonCall<TResponse>();
            return new InvokeOptions { RequestMarshaller = call, ResponseUnmarshaller = call };
        }
    }
}
