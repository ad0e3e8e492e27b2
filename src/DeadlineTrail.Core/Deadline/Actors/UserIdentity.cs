using System;
using System.Text;
using System.Text.Json;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>
/// The fields of a record's <c>userIdentity</c> that tell who called, as they stand there; empty strings are null.
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html"/>
/// </summary>
internal sealed class UserIdentity
{
    public string? Type { get; private set; }

    public string? UserName { get; private set; }

    public string? PrincipalId { get; private set; }

    public string? Arn { get; private set; }

    public string? AccountId { get; private set; }

    public string? AccessKeyId { get; private set; }

    public string? InvokedBy { get; private set; }

    /// <summary><c>onBehalfOf.userId</c> and <c>onBehalfOf.identityStoreArn</c>.</summary>
    public string? OnBehalfOfUserId { get; private set; }

    public string? IdentityStoreArn { get; private set; }

    /// <summary><c>sessionContext.sessionIssuer.userName</c> and <c>.arn</c>.</summary>
    public string? IssuerUserName { get; private set; }

    public string? IssuerArn { get; private set; }

    /// <summary><c>sessionContext.sourceIdentity</c>.</summary>
    public string? SourceIdentity { get; private set; }

    /// <summary><c>sessionContext.attributes.creationDate</c> and <c>.mfaAuthenticated</c>.</summary>
    public string? CreationDate { get; private set; }

    public bool? MfaAuthenticated { get; private set; }

    /// <summary>Whether the JSON broke off or broke down; what stood before the damage is kept.</summary>
    public bool IsDamaged { get; private set; }

    public static UserIdentity Read(ReadOnlySpan<byte> json)
    {
        UserIdentity identity = new();
        if (json.IsEmpty)
        {
            return identity;
        }

        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                identity.ReadObject(ref reader, Section.Identity);
            }
            else
            {
                identity.IsDamaged = reader.TokenType != JsonTokenType.Null;
            }
        }
        catch (JsonException)
        {
            identity.IsDamaged = true;
        }

        return identity;
    }

    private enum Section
    {
        Other,
        Identity,
        OnBehalfOf,
        SessionContext,
        SessionIssuer,
        Attributes,
    }

    // Sections nest three deep at most, so this recursion does too.
    private void ReadObject(ref Utf8JsonReader reader, Section section)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Decode(ref reader)) : reader.ValueSpan;
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject && Inner(section, name) is var inner && inner != Section.Other)
            {
                ReadObject(ref reader, inner);
            }
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                reader.Skip();
            }
            else
            {
                ReadField(ref reader, section, name);
            }
        }
    }

    private static Section Inner(Section section, ReadOnlySpan<byte> name) => section switch
    {
        Section.Identity when name.SequenceEqual("sessionContext"u8) => Section.SessionContext,
        Section.Identity when name.SequenceEqual("onBehalfOf"u8) => Section.OnBehalfOf,
        Section.SessionContext when name.SequenceEqual("sessionIssuer"u8) => Section.SessionIssuer,
        Section.SessionContext when name.SequenceEqual("attributes"u8) => Section.Attributes,
        _ => Section.Other,
    };

    private void ReadField(ref Utf8JsonReader reader, Section section, ReadOnlySpan<byte> name)
    {
        switch (section)
        {
            case Section.Identity:
                ReadIdentityField(ref reader, name);
                break;
            case Section.OnBehalfOf when name.SequenceEqual("userId"u8):
                OnBehalfOfUserId = Text(ref reader);
                break;
            case Section.OnBehalfOf when name.SequenceEqual("identityStoreArn"u8):
                IdentityStoreArn = Text(ref reader);
                break;
            case Section.SessionContext when name.SequenceEqual("sourceIdentity"u8):
                SourceIdentity = Text(ref reader);
                break;
            case Section.SessionIssuer when name.SequenceEqual("userName"u8):
                IssuerUserName = Text(ref reader);
                break;
            case Section.SessionIssuer when name.SequenceEqual("arn"u8):
                IssuerArn = Text(ref reader);
                break;
            case Section.Attributes when name.SequenceEqual("creationDate"u8):
                CreationDate = Text(ref reader);
                break;
            case Section.Attributes when name.SequenceEqual("mfaAuthenticated"u8):
                // A string in logs of today, a boolean in eventVersion 1.0.
                MfaAuthenticated = bool.TryParse(Text(ref reader), out bool authenticated) ? authenticated : null;
                break;
        }
    }

    private void ReadIdentityField(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("type"u8))
        {
            Type = Text(ref reader);
        }
        else if (name.SequenceEqual("arn"u8))
        {
            Arn = Text(ref reader);
        }
        else if (name.SequenceEqual("userName"u8))
        {
            UserName = Text(ref reader);
        }
        else if (name.SequenceEqual("principalId"u8))
        {
            PrincipalId = Text(ref reader);
        }
        else if (name.SequenceEqual("accessKeyId"u8))
        {
            AccessKeyId = Text(ref reader);
        }
        else if (name.SequenceEqual("invokedBy"u8))
        {
            InvokedBy = Text(ref reader);
        }
        else if (name.SequenceEqual("accountId"u8))
        {
            // Tools that re-export logs make a number of it and lose its leading zeros.
            AccountId = reader.TokenType == JsonTokenType.Number ? Text(ref reader)?.PadLeft(12, '0') : Text(ref reader);
        }
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when !reader.ValueSpan.IsEmpty => JsonText.Decode(ref reader),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => JsonText.Decode(ref reader),
        _ => null,
    };
}
