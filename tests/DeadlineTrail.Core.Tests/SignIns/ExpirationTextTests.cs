using System;
using System.Globalization;
using DeadlineTrail.SignIns;
using Xunit;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>When credentials end, in the spellings that genuine logs have, whatever the language of the machine.</summary>
public sealed class ExpirationTextTests
{
    [Theory]
    [InlineData("Jul 10, 2023, 12:07:59 PM", "2023-07-10T12:07:59Z")]
    [InlineData("Jul 3, 2023 12:13:20 PM", "2023-07-03T12:13:20Z")]
    [InlineData("Jul 3, 2023, 1:13:20\u202fPM", "2023-07-03T13:13:20Z")]
    [InlineData("Jan 1, 2024, 12:00:00 AM", "2024-01-01T00:00:00Z")]
    [InlineData("2026-03-02T09:15:00Z", "2026-03-02T09:15:00Z")]
    [InlineData("2026-03-02T09:15:00.5Z", "2026-03-02T09:15:00.5Z")]
    [InlineData("10.07.2023 12:07:59", null)]
    [InlineData("HIDDEN_DUE_TO_SECURITY_REASONS", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_text_is_an_instant_in_UTC_or_none(string? text, string? instant)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var language in new[] { "", "de-DE", "ar-SA", "th-TH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
                var ticks = ExpirationText.Parse(text);
                Assert.Equal(instant, ticks is null ? null : new DateTime(ticks.Value, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
