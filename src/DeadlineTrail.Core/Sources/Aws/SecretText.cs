using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace DeadlineTrail.Sources.Aws;

/// <summary>
/// Keeps what must stay secret out of what is shown. A service that finds a signature wrong tells what it would have signed,
/// and the session's token is in it: "The Canonical String for this request should have been ... x-amz-security-token:...";
/// and the path that somebody gives may be a signed URL.
/// </summary>
internal static class SecretText
{
    private static readonly Regex Named = new(
        """(x-amz-security-token|x-amz-signature|x-amz-credential|secret_?(?:access_?)?key|session_?token|signature|authorization)("?\s*[=:]\s*"?)[^\s&,;"'<>]+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>The text with the values of such names as <c>***</c>.</summary>
    internal static string Hide(string text) => Named.Replace(text, "$1$2***");

    /// <summary>The exception, or null where it or one behind it tells such a value.</summary>
    internal static Exception? Without(Exception? exception)
    {
        for (var each = exception; each is not null; each = each.InnerException)
        {
            // The SDK keeps the whole answer beside the message.
            var texts = each.GetType().GetProperties()
                .Where(static property => property.PropertyType == typeof(string) && property.CanRead && property.GetIndexParameters().Length == 0)
                .Select(property => property.GetValue(each) as string);
            if (texts.Any(static text => text is not null && Named.IsMatch(text)))
            {
                return null;
            }
        }

        return exception;
    }
}
