using System.Text.Json.Serialization;
using DeadlineTrail.Benchmarks.Corpora;
using DeadlineTrail.Benchmarks.Measuring;
using DeadlineTrail.Benchmarks.Remote;

namespace DeadlineTrail.Benchmarks;

/// <summary>What is written as JSON. Generated code, because what a process takes for itself is measured with it.</summary>
[JsonSerializable(typeof(CorpusCounts))]
[JsonSerializable(typeof(StationRequest))]
[JsonSerializable(typeof(StationReply))]
[JsonSerializable(typeof(RemoteRun))]
internal sealed partial class Json : JsonSerializerContext;
