using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.S3;

/// <summary>Answers of S3 that are documents.</summary>
internal static class XmlAnswer
{
    public static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static Answer Of(AwsCall call, int status, XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            root.Save(writer);
        }

        return Identified(call, new Answer(status, "application/xml", new AnswerBody(stream.ToArray())));
    }

    /// <summary>
    /// "Error: Code, Message, Resource, RequestId" - https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html. An
    /// answer to HEAD has the status alone: "if the HEAD request generates an error, it returns a generic code ... and no body".
    /// </summary>
    public static Answer Error(AwsCall call, int status, string code, string message, params object?[] details)
    {
        Answer answer = call.Request.Method == "HEAD"
            ? new Answer(status, "application/xml")
            : Of(call, status, new XElement("Error", new XElement("Code", code), new XElement("Message", message), details, new XElement("RequestId", call.RequestId), new XElement("HostId", "loopback")));
        return Identified(call, answer);
    }

    public static Answer Identified(AwsCall call, Answer answer) => answer.With("x-amz-request-id", call.RequestId).With("x-amz-id-2", "loopback");
}
