using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Sources.Aws;

/// <summary>
/// The way to AWS. It is implemented in an assembly of its own, which is loaded apart from everything else in the session
/// and created by name; what passes through here are types of this assembly and of .NET alone.
/// </summary>
internal interface IAwsServices
{
    /// <summary>Finds the credentials that the settings lead to, so that what is wrong with them is known at once.</summary>
    /// <param name="settings">What the user and the session say.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="AwsSetupException">There are none, or they cannot be used; the message says what to do.</exception>
    Task<IAwsSession> OpenAsync(AwsSettings settings, CancellationToken cancellation);
}
