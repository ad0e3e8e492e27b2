using System;
using System.Collections.Generic;

namespace DeadlineTrail.Deadline.Clients;

/// <summary>Names of the AWS SDKs, by the word each starts its user agent with.</summary>
internal static class SdkName
{
    private const string SdkPrefix = "aws-sdk-";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Boto3"] = "Boto3",
        ["Botocore"] = "Botocore",
        ["aiobotocore"] = "aiobotocore",
        ["Boto"] = "Boto",
        ["aws-sdk-java"] = "AWS SDK for Java",
        ["aws-sdk-kotlin"] = "AWS SDK for Kotlin",
        ["aws-sdk-go"] = "AWS SDK for Go",
        ["aws-sdk-go-v2"] = "AWS SDK for Go v2",
        ["aws-sdk-rust"] = "AWS SDK for Rust",
        ["aws-sdk-js"] = "AWS SDK for JavaScript",
        ["aws-sdk-nodejs"] = "AWS SDK for JavaScript",
        ["aws-sdk-cpp"] = "AWS SDK for C++",
        ["aws-sdk-php"] = "AWS SDK for PHP",
        ["aws-sdk-ruby"] = "AWS SDK for Ruby",
        ["aws-sdk-ruby2"] = "AWS SDK for Ruby",
        ["aws-sdk-ruby3"] = "AWS SDK for Ruby",
        ["aws-sdk-swift"] = "AWS SDK for Swift",
    };

    /// <summary>The name of the SDK that writes this word; null when none does. An SDK of the future is its own word.</summary>
    public static string? Find(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("aws-sdk-dotnet".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            return "AWS SDK for .NET";
        }

        bool isSdk = word.StartsWith(SdkPrefix.AsSpan(), StringComparison.OrdinalIgnoreCase);
        if (!isSdk && (word.Length < 4 || (word[0] | 0x20) is not ('b' or 'a')))
        {
            return null;
        }

        string text = word.ToString();
        return Names.TryGetValue(text, out string? name) ? name : isSdk ? text : null;
    }
}
