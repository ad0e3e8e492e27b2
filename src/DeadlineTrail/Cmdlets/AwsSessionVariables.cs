using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// What AWS Tools for PowerShell left in the session: the variables that Set-AWSCredential, Set-DefaultAWSRegion,
/// Initialize-AWSDefaultConfiguration and Set-AWSProxy set. AWS Tools need not be there to read them.
/// </summary>
internal sealed class AwsSessionVariables(PSVariableIntrinsics variables)
{
    /// <summary>Gets the credentials object, or null.</summary>
    internal object? Credential => Value("StoredAWSCredentials");

    /// <summary>Gets the name of the Region, or null.</summary>
    internal string? Region => Value("StoredAWSRegion") as string;

    /// <summary>Gets the proxy, or null.</summary>
    internal WebProxy? Proxy
    {
        get
        {
            if (variables.GetValue("AWSProxy") is not { } settings)
            {
                return null;
            }

            var properties = PSObject.AsPSObject(settings).Properties;
            if (properties["Hostname"]?.Value is not string { Length: > 0 } host || !LanguagePrimitives.TryConvertTo(properties["Port"]?.Value, out int port))
            {
                return null;
            }

            return new WebProxy(host, port)
            {
                Credentials = properties["Credentials"]?.Value as ICredentials,
                BypassList = (properties["BypassList"]?.Value as IEnumerable<string>)?.ToArray() ?? Array.Empty<string>(),
                BypassProxyOnLocal = properties["BypassOnLocal"]?.Value as bool? ?? false,
            };
        }
    }

    private object? Value(string name) => variables.GetValue(name) is PSObject wrapped ? wrapped.BaseObject : variables.GetValue(name);
}
