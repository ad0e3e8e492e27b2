using DeadlineTrail.Testing.Loopback.Signing;

namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>One service of AWS: which requests are its own, what it answers, and how it refuses.</summary>
internal interface IService
{
    /// <summary>The call in a request, or null when it is not this service's.</summary>
    AwsCall? Understand(WireRequest request);

    /// <summary>False where the request carries another proof than a signature.</summary>
    bool IsSigned { get; }

    /// <summary>The answer to a call whose signature is good.</summary>
    Answer Answer(AwsCall call, Fault fault);

    /// <summary>A refusal in the words and the format of this service.</summary>
    Answer Refuse(AwsCall call, Refusal refusal, SignatureVerdict? verdict = null, Fault? fault = null);
}
