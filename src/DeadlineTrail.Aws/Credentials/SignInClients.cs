#if !NETFRAMEWORK
using System.Threading;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;
#endif

namespace DeadlineTrail.Aws.Credentials;

/// <summary>
/// Hands the SDK the clients that it would else look for by name among all assemblies of the process, where it finds those
/// of other modules, in other versions. None of them signs with credentials: what proves who asks is in their requests.
/// </summary>
internal static class SignInClients
{
#if NETFRAMEWORK
    /// <summary>Does nothing: with one place for all assemblies, the registry is that of other modules, too.</summary>
    internal static void HandOver()
    {
    }
#else
    private static int _areHanded;

    /// <summary>Does it, once.</summary>
    internal static void HandOver()
    {
        if (Interlocked.Exchange(ref _areHanded, 1) != 0)
        {
            return;
        }

        var registry = GlobalRuntimeDependencyRegistry.Instance;
        registry.RegisterSSOClient(static context =>
        {
            var wanted = context.SSOClientContextData;
            return new AmazonSSOClient(new AnonymousAWSCredentials(), With(new AmazonSSOConfig { RegionEndpoint = wanted.Region }, wanted.ProxySettings));
        });
        registry.RegisterSSOOIDCClient(static context =>
        {
            var wanted = context.SSOOIDCClientContextData;
            return new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), With(new AmazonSSOOIDCConfig { RegionEndpoint = wanted.Region }, wanted.ProxySettings));
        });

        // A web identity, as on Kubernetes; roles of profiles are ours.
        registry.RegisterSecurityTokenServiceClient(static context =>
        {
            var wanted = context.SecurityTokenServiceClientContextData;
            return new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), With(new AmazonSecurityTokenServiceConfig { RegionEndpoint = wanted.Region }, wanted.ProxySettings));
        });
    }

    private static T With<T>(T config, System.Net.IWebProxy? proxy)
        where T : ClientConfig
    {
        if (proxy is not null)
        {
            config.SetWebProxy(proxy);
        }

        return SecureEndpoint.Checked(config);
    }
#endif
}
