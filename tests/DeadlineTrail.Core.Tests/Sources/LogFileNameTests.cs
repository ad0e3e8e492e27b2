using System;
using System.Globalization;
using DeadlineTrail.Sources;
using Xunit;

namespace DeadlineTrail.Core.Tests.Sources;

public class LogFileNameTests
{
    // Forms of names: "Get and view CloudTrail log files" and "CloudTrail digest file structure", CloudTrail user guide.
    [Theory]
    [InlineData("111122223333_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz", "CloudTrail", "us-east-2", "2015-08-01 02:10:00", true)]
    [InlineData("111122223333_CloudTrail_us-east-2_20150801T0210ZMu0KsOhtH1ar15ZZ.json.gz", "CloudTrail", "us-east-2", "2015-08-01 02:10:00", true)]
    [InlineData("111122223333_CloudTrail-Insight_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz", "CloudTrail-Insight", "us-east-2", "2015-08-01 02:10:00", false)]
    [InlineData("111122223333_CloudTrail-Aggregated_us-east-2_20251201T0210Z_Mu0KsOhtH1ar15ZZ.json.gz", "CloudTrail-Aggregated", "us-east-2", "2025-12-01 02:10:00", false)]
    [InlineData("111122223333_CloudTrail-NetworkActivity_us-east-2_20251201T0210Z_Mu0KsOhtH1ar15ZZ.json.gz", "CloudTrail-NetworkActivity", "us-east-2", "2025-12-01 02:10:00", true)]
    [InlineData("111122223333_CloudTrail-Digest_us-east-2_my_trail_us-west-2_20150801T021059Z.json.gz", "CloudTrail-Digest", "us-east-2", "2015-08-01 02:10:59", false)]
    [InlineData("111122223333_CloudTrail-Digest_us-east-2_trail_us-west-2_20150801T021059Z_backfill.json.gz", "CloudTrail-Digest", "us-east-2", "2015-08-01 02:10:59", false)]
    [InlineData("C:\\logs\\111122223333_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json", "CloudTrail", "us-east-2", "2015-08-01 02:10:00", true)]
    public void A_name_by_CloudTrail_says_what_the_file_holds_and_when_it_was_delivered(string path, string kind, string region, string stamp, bool holdsEvents)
    {
        var name = LogFileName.TryParse(path);

        Assert.NotNull(name);
        Assert.Equal(("111122223333", kind, region, holdsEvents), (name.AccountId, name.Kind, name.Region, name.HoldsEvents));
        Assert.Equal(stamp, new DateTime(name.StampTicks).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("events.json")]
    [InlineData("1111_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz")]
    [InlineData("111122223333_CloudTrail_us-east-2_20151301T0210Z_Mu0KsOhtH1ar15ZZ.json.gz")]
    [InlineData("111122223333_VpcFlow_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz")]
    [InlineData("")]
    public void Another_name_says_nothing(string path) => Assert.Null(LogFileName.TryParse(path));

    [Theory]
    [InlineData("2015/08/01/", true)]
    [InlineData("2015/08/02/", false)]
    [InlineData("copies/", true)]
    [InlineData("", true)]
    public void A_date_is_believed_unless_the_day_folder_says_otherwise(string folder, bool believed)
    {
        var path = "AWSLogs/111122223333/CloudTrail/us-east-2/" + folder + "111122223333_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz";

        Assert.Equal(believed, LogFileName.OrderStamp(path) is not null);
    }
}
