using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>
/// Reads where the sign-ins are: from a table of the parameters of a source, or from an object that names one, as
/// Get-DeadlineTrailSource and AWS Tools give them.
/// </summary>
/// <param name="declared">The cmdlet's own parameters.</param>
/// <param name="engine">What the attributes of parameters are given.</param>
/// <param name="settings">How the cmdlet itself reaches AWS: what a table does not say is the same there.</param>
internal sealed class SignInPlaces(IReadOnlyDictionary<string, ParameterMetadata> declared, EngineIntrinsics? engine, Func<AwsSettings> settings)
{
    // Credentials are chosen as a whole: a key of one account and a token of another are no credentials.
    private static readonly string[] s_credentials = ["ProfileName", "ProfileLocation", "AccessKey", "SecretKey", "SessionToken", "Credential"];

    private static readonly string[] s_parameters =
        ["Path", "LiteralPath", "BucketName", "Key", "KeyPrefix", "OrganizationId", "TrailName", "BucketRegion", "RequesterPays", "DeliverySlack", "ThrottleLimit", "Region", "AllRegion", .. s_credentials, "EndpointUrl"];

    // Each of these says what kind of place it is.
    private static readonly string[][] s_kinds = [["Path"], ["LiteralPath"], ["BucketName", "TrailName", "Key"], ["AllRegion"]];

    private static readonly string[] s_ofBuckets = ["KeyPrefix", "OrganizationId", "BucketRegion", "RequesterPays", "DeliverySlack", "ThrottleLimit"];

    /// <summary>Reads a place.</summary>
    /// <exception cref="FormatException">It is none; the message goes on after "-SignInSource cannot be used: ".</exception>
    internal SignInPlace Of(object source) => (source is PSObject wrapped ? wrapped.BaseObject : source) switch
    {
        IDictionary { Count: 0 } => throw new FormatException("the table is empty."),
        IDictionary table => Of(new ParameterTable(table, declared, s_parameters, engine)),
        string => throw new FormatException("a text does not say what kind of place it names. Give a table, as in @{ Path = 'management-account' } or @{ ProfileName = 'management'; Region = 'us-east-1' }."),
        _ => OfObject(PSObject.AsPSObject(source)),
    };

    private SignInPlace Of(ParameterTable table)
    {
        var kinds = s_kinds.Where(kind => kind.Any(table.Has)).ToArray();
        if (kinds.Length > 1 || (table.Has("AllRegion") && table.Has("Region")) || (table.Has("Key") && !table.Has("BucketName")) || (table.Has("Key") && table.Has("TrailName")))
        {
            throw new FormatException("it names more than one place, or half of one. Give Path, LiteralPath, BucketName (with Key or not), TrailName, or, for Event history, Region or AllRegion.");
        }

        var isInBucket = kinds.Contains(s_kinds[2]);
        if (!isInBucket && Array.Find(s_ofBuckets, table.Has) is { } alone)
        {
            throw new FormatException($"{alone} belongs to BucketName or TrailName, and neither is in it.");
        }

        var place = new SignInPlace(Specification(table, isInBucket), Settings(table));
        return table.Has("Path") ? place with { Paths = table.Of("Path", Array.Empty<string>()) }
            : table.Has("LiteralPath") ? place with { Paths = table.Of("LiteralPath", Array.Empty<string>()), IsLiteral = true }
            : place;
    }

    private static SourceSpecification Specification(ParameterTable table, bool isInBucket)
    {
        var bucket = table.Of("BucketName", string.Empty);
        if (isInBucket && bucket.Length == 0 && !table.Has("TrailName"))
        {
            throw new FormatException("BucketName is empty.");
        }

        var usual = new SourceSpecification();
        return usual with
        {
            Objects = table.Of("Key", Array.Empty<string>()).Select(key => (bucket, key)).ToArray(),
            Trails = isInBucket && !table.Has("Key") ? [new TrailReference(table.Of<string?>("TrailName", null), bucket, table.Of("KeyPrefix", string.Empty))] : [],
            Regions = table.Of<string[]?>("Region", null),
            AllRegion = table.Of("AllRegion", new SwitchParameter(false)),
            OrganizationId = table.Of<string?>("OrganizationId", null),
            BucketRegion = table.Of<string?>("BucketRegion", null),
            RequesterPays = table.Of("RequesterPays", new SwitchParameter(false)),
            DeliverySlack = table.Of("DeliverySlack", usual.DeliverySlack),
            ThrottleLimit = table.Of("ThrottleLimit", usual.ThrottleLimit),
        };
    }

    private AwsSettings Settings(ParameterTable table)
    {
        var own = settings();
        if (s_credentials.Any(table.Has))
        {
            own = own with
            {
                ProfileName = table.Of<string?>("ProfileName", null),
                ProfileLocation = table.Of("ProfileLocation", own.ProfileLocation),
                AccessKey = table.Of<string?>("AccessKey", null),
                SecretKey = table.Of<string?>("SecretKey", null),
                SessionToken = table.Of<string?>("SessionToken", null),
                Credential = table.Of<object?>("Credential", null) is PSObject wrapped ? wrapped.BaseObject : table.Of<object?>("Credential", null),
            };
            if (CredentialChoice.Problem(own) is { } problem)
            {
                throw new FormatException(problem.Message);
            }
        }

        return own with { EndpointUrl = table.Of("EndpointUrl", own.EndpointUrl) };
    }

    private SignInPlace OfObject(PSObject source)
    {
        if (Text(source, "S3BucketName") is { } bucket)
        {
            return new SignInPlace(new SourceSpecification { Trails = [new TrailReference(Text(source, "TrailARN"), bucket, Text(source, "S3KeyPrefix") ?? string.Empty)] }, settings());
        }

        if (Text(source, "TrailARN") is { } trail)
        {
            return new SignInPlace(new SourceSpecification { Trails = [new TrailReference(trail, string.Empty, string.Empty)] }, settings());
        }

        if (Text(source, "Kind") == "EventHistory" && (Text(source, "Region") ?? Text(source, "HomeRegion")) is { } region)
        {
            return new SignInPlace(region == "*" ? new SourceSpecification { AllRegion = true } : new SourceSpecification { Regions = [region] }, settings());
        }

        throw new FormatException($"an object of the type {source.BaseObject.GetType().FullName} names no source. Give a table, as in @{{ ProfileName = 'management'; Region = 'us-east-1' }}, or what Get-DeadlineTrailSource or Get-CTTrail gives.");
    }

    private static string? Text(PSObject source, string property) => source.Properties[property]?.Value?.ToString() is { Length: > 0 } text ? text : null;
}
