using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Fuzzing;

/// <summary>The names of fields, and values that mean something in them.</summary>
internal static class RecordWords
{
    internal static IEnumerable<string> All =>
    [
        .. Enum.GetNames<RecordField>().Select(static name => $"\"{char.ToLowerInvariant(name[0])}{name[1..]}\":"),
        "\"type\":\"AssumedRole\"", "\"type\":\"IdentityCenterUser\"", "\"onBehalfOf\":{\"userId\":\"", "\"sessionContext\":{", "\"sessionIssuer\":{", "\"attributes\":{", "\"creationDate\":",
        "\"invokedBy\":", "\"deadline.amazonaws.com\"", "\"signin.amazonaws.com\"", "\"sts.amazonaws.com\"", "\"UserAuthentication\"", "\"CredentialVerification\"", "\"AssumeRole\"",
        "\"Success\"", "\"Failure\"", "\"HIDDEN_DUE_TO_SECURITY_REASONS\"", "arn:aws:deadline:us-west-2:111122223333:farm/", "farm-", "queue-", "job-", "0123456789abcdef0123456789abcdef",
        "null", "true", "[]", "{}", "1e999", "-0", "12345678901234567890123", "\\u0000", "\\ud83d\\ude00", "\\udc00", "\u202e",
        "2026-03-02T10:05:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "Mar 2, 2026, 11:05:00 AM",
    ];
}
