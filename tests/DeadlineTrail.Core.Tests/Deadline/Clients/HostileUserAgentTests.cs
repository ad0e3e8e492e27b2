using System;
using System.Linq;
using System.Text;
using DeadlineTrail.Deadline.Clients;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Clients;

/// <summary>User agents are written by whoever calls.</summary>
public class HostileUserAgentTests
{
    private const string Submitter = "Boto3/1.42.97 md/Botocore#1.42.97 ua/2.1 os/windows#10 lang/python#3.11.8 app/deadline-client#0.54.1 submitter/Maya#0.15.2 cli-command/deadline.bundle.submit";

    [Theory]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("(")]
    [InlineData("((((")]
    [InlineData(")")]
    [InlineData("/")]
    [InlineData("#")]
    [InlineData("///###")]
    [InlineData("app/")]
    [InlineData("app/deadline-client")]
    [InlineData("app/deadline-client#")]
    [InlineData("submitter/ cli-command/ invoked-by/")]
    [InlineData("app/deadline-client#1 submitter/#")]
    [InlineData("deadline_worker_agent")]
    [InlineData("aws-cli/")]
    [InlineData("aws-sdk-")]
    [InlineData("S3A/Deadline")]
    [InlineData("Mozilla")]
    [InlineData("Mozilla/5.0 (")]
    [InlineData("md/browser#_")]
    [InlineData("\u001b[31mred\u001b[0m")]
    [InlineData("\ud800/\udfff")]
    [InlineData("a,;,;")]
    public void Any_text_gives_a_client_with_a_name_and_keeps_the_text(string userAgent)
    {
        Client client = UserAgentReader.Read(userAgent, null, null, fromConsole: false);

        Assert.NotEmpty(client.Name);
        Assert.Contains(client.Kind, ClientKinds.All.Select(kind => kind.Key));
        Assert.Equal(userAgent, client.UserAgent);
    }

    // CloudTrail cuts user agents at 1 KB, and with the bracket it put before them goes the one behind.
    [Fact]
    public void Every_cut_of_a_user_agent_tells_what_stands_before_the_cut()
    {
        int application = Submitter.IndexOf("submitter/Maya", StringComparison.Ordinal) + "submitter/Maya".Length;
        for (int length = 1; length <= Submitter.Length; length++)
        {
            Client client = UserAgentReader.Read($"[{Submitter[..length]}", null, null, fromConsole: false);

            Assert.NotEmpty(client.Name);
            Assert.Equal(length >= application, client.Application == "Maya" && client.Version == "0.54.1");
        }
    }

    // One megabyte takes as long as one kilobyte: what lies beyond the part examined costs nothing.
    [Theory]
    [InlineData('(')]
    [InlineData('/')]
    [InlineData('#')]
    [InlineData('a')]
    [InlineData(' ')]
    [InlineData(',')]
    public void A_megabyte_of_one_character_is_no_work(char character)
    {
        string userAgent = new(character, 1 << 20);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Client client = UserAgentReader.Read(userAgent, null, null, fromConsole: false);

        Assert.InRange(client.Name.Length, 1, 101);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Random_mixtures_of_every_word_never_throw()
    {
        string[] words = (Submitter + " aws-cli/2 md/command#x command/y AWSPowerShell.Common/5 .NET_Core#6 OS/windows#1 Terraform/1 (go1.2; linux) Mozilla/5.0 Chrome/1 Safari/2 Version/3 ( ) [ ] , / # S3Console/0.4, AWS Internal console.amazonaws.com invoked-by/codex exec-env/CloudShell lang/ md/nodejs# md/browser#X_ deadline_worker_agent/1 S3A/Deadline/NA/JobAttachments/2").Split(' ');
        Random random = new(20261122);
        StringBuilder text = new();
        for (int round = 0; round < 5000; round++)
        {
            text.Clear();
            for (int i = random.Next(12); i >= 0; i--)
            {
                text.Append(words[random.Next(words.Length)]).Append(random.Next(4) == 0 ? "" : " ");
            }

            Client client = UserAgentReader.Read(text.ToString(), null, null, random.Next(2) == 0);

            Assert.NotEmpty(client.Name);
        }
    }
}
