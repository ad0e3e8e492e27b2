using System.Threading.Tasks;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>
/// Waits for AWS on the pipeline's thread, which nobody else needs meanwhile, until Ctrl+C at the latest: whoever makes a
/// task gives it the cmdlet's token.
/// </summary>
internal static class PipelineThread
{
    /// <summary>Waits for a task and gives its result.</summary>
    internal static T Await<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
