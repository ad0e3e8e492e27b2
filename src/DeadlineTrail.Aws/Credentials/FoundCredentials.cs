using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>Credentials and where they come from.</summary>
/// <param name="Credentials">The credentials; nothing was fetched yet.</param>
/// <param name="Profile">The profile they are of, or null.</param>
internal sealed record FoundCredentials(AWSCredentials Credentials, CredentialProfile? Profile);
