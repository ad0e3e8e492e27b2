using System;
using System.Threading;
using DeadlineTrail.Testing.Loopback.Faults;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>One way in which a request to AWS goes wrong. Each service says it in its own format.</summary>
public sealed class Fault
{
    private readonly string _name;

    private Fault(string name) => _name = name;

    /// <summary>Nothing: in a script, a request that is answered properly.</summary>
    public static Fault None { get; } = new("None");

    /// <summary>Too many requests: ThrottlingException (400) of CloudTrail, SlowDown (503) of S3, Throttling (400) of STS.</summary>
    public static Fault Throttle { get; } = new("Throttle") { Refusal = Wire.Refusal.Throttled };

    /// <summary>Status 500, in the service's own format.</summary>
    public static Fault InternalError { get; } = new("InternalError") { Refusal = Wire.Refusal.InternalFailure };

    /// <summary>Status 503 from something in between: neither JSON nor XML.</summary>
    public static Fault Unavailable { get; } = Raw(503, "text/html", "<html><body><b>Http/1.1 Service Unavailable</b></body> </html>");

    /// <summary>Access denied by a policy.</summary>
    public static Fault Denied { get; } = new("Denied") { Refusal = Wire.Refusal.Denied };

    /// <summary>The object's key in KMS may not be used: AccessDenied with a message about kms:Decrypt. S3 only; elsewhere as <see cref="Denied"/>.</summary>
    public static Fault KeyDenied { get; } = new("KeyDenied") { Refusal = Wire.Refusal.Denied, ForKey = true };

    /// <summary>The temporary credentials have expired.</summary>
    public static Fault ExpiredToken { get; } = new("ExpiredToken") { Refusal = Wire.Refusal.ExpiredToken };

    /// <summary>The access key is unknown, or its session token wrong.</summary>
    public static Fault UnknownKey { get; } = new("UnknownKey") { Refusal = Wire.Refusal.UnknownKey };

    /// <summary>Signed for another Region than the endpoint's or the bucket's.</summary>
    public static Fault WrongRegion { get; } = new("WrongRegion") { Refusal = Wire.Refusal.WrongRegion };

    /// <summary>The account has not enabled the Region.</summary>
    public static Fault RegionNotEnabled { get; } = new("RegionNotEnabled") { Refusal = Wire.Refusal.RegionNotEnabled };

    /// <summary>The connection ends in the middle of the headers.</summary>
    public static Fault CutHeaders { get; } = new("CutHeaders") { Break = WireBreak.Headers };

    /// <summary>The connection ends in the middle of the body; Content-Length promised all of it.</summary>
    public static Fault CutBody { get; } = new("CutBody") { Break = WireBreak.Body };

    /// <summary>The connection is reset without an answer.</summary>
    public static Fault Reset { get; } = new("Reset") { Break = WireBreak.Reset };

    /// <summary>No answer until the client gives up.</summary>
    public static Fault Hang { get; } = new("Hang") { Wait = Timeout.InfiniteTimeSpan };

    /// <summary>LookupEvents, ListObjectsV2: a page without entries and with a token.</summary>
    public static Fault EmptyPage { get; } = new("EmptyPage") { Page = PageTwist.Empty };

    /// <summary>LookupEvents, ListObjectsV2: the page's token is the one that was sent, or leads to the same page again.</summary>
    public static Fault RepeatedToken { get; } = new("RepeatedToken") { Page = PageTwist.SameToken };

    /// <summary>LookupEvents, ListObjectsV2: a token that was given out is not accepted. A request without a token is answered properly.</summary>
    public static Fault TokenRefused { get; } = new("TokenRefused") { Page = PageTwist.TokenRefused };

    /// <summary>GetObject: a part is asked for and the whole object given, as servers may that know no ranges. Elsewhere nothing.</summary>
    public static Fault NoRanges { get; } = new("NoRanges") { IgnoresRange = true };

    internal bool IgnoresRange { get; private init; }

    internal Refusal? Refusal { get; private init; }

    internal bool ForKey { get; private init; }

    internal WireBreak Break { get; private init; }

    internal PageTwist Page { get; private init; }

    /// <summary>Before the answer.</summary>
    internal TimeSpan Wait { get; private init; }

    /// <summary>The pause of <see cref="SlowBody"/>.</summary>
    internal TimeSpan Time { get; private init; }

    /// <summary>Before the answer too: where a request is told of, and where it waits.</summary>
    internal (SemaphoreSlim Came, SemaphoreSlim MayGo)? Gate { get; private init; }

    internal Func<Answer>? Literal { get; private init; }

    /// <summary>A proper answer, late.</summary>
    public static Fault Slow(TimeSpan time) => new($"Slow({time})") { Wait = time };

    /// <summary>Half of a proper answer, a pause, and the other half.</summary>
    public static Fault SlowBody(TimeSpan pause) => new($"SlowBody({pause})") { Break = WireBreak.Pause, Time = pause };

    /// <summary>A proper answer, when the test lets it go; the test is told of each request that came, and they go in that order.</summary>
    public static Fault Held(SemaphoreSlim came, SemaphoreSlim mayGo) => new("Held") { Gate = (came, mayGo) };

    /// <summary>Exactly this answer.</summary>
    public static Fault Raw(int status, string contentType, string body) => new($"Raw({status})") { Literal = () => new Answer(status, contentType, body) };

    public override string ToString() => _name;
}
