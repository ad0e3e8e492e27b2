using System;
using DeadlineTrail.Testing.Calls;

namespace DeadlineTrail.Testing.Noise;

/// <summary>A kind of record other services leave, and how common it is.</summary>
internal sealed record Neighbour(int Weight, Func<Surroundings, TrailRecord> Make);
