using System;

namespace DeadlineTrail.Fuzzing;

/// <summary>Holds a target to memory: what one input may cost, and that nothing stays of the many before it.</summary>
internal sealed class GrowthGuard
{
    // Windows and tables that are made once; what one byte of input may cost is generous for objects made of one brace.
    private const long OnceMade = 64L * 1024 * 1024;
    private const long ForAByte = 20_000;
    private const long Lasting = 256L * 1024 * 1024;
    private const int Between = 50_000;

    private int _runs;

    internal void Run(FuzzTarget target, byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        target.Run(input);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        FindingException.Unless(allocated <= OnceMade + (ForAByte * input.Length), $"{input.Length} bytes of input cost {allocated} bytes of memory");
        if (++_runs % Between == 0)
        {
            var alive = GC.GetTotalMemory(forceFullCollection: true);
            FindingException.Unless(alive < Lasting, $"{alive} bytes are alive after {_runs} inputs");
        }
    }
}
