using System;
using System.Linq;
using System.Text;
using DeadlineTrail.Deadline.Actors;
using Xunit;

namespace DeadlineTrail.Core.Tests.Deadline.Actors;

public class DamagedIdentityTests
{
    private static readonly ActorContext Context = new("deadline.amazonaws.com", "GetFarm", "192.0.2.10", "Boto3/1.35.0", false);

    [Theory]
    [InlineData("\"HIDDEN\"")]
    [InlineData("17")]
    [InlineData("[]")]
    [InlineData("true")]
    [InlineData("{")]
    [InlineData("{\"type\":\"Root\"")]
    [InlineData("{\"type\":\"IAMUser\",}")]
    [InlineData("nul")]
    [InlineData(" ")]
    public void What_is_no_whole_object_is_unknown(string userIdentity)
    {
        Assert.Equal(ActorKinds.Unknown, Caller.Read(userIdentity).Kind);
    }

    [Fact]
    public void What_stood_before_the_damage_is_kept()
    {
        Actor actor = Caller.Read("""{"type":"IAMUser","userName":"Alice","accountId":"1111""");

        Assert.Equal((ActorKinds.Unknown, "Alice", "IAMUser"), (actor.Kind, actor.Name, actor.IdentityType));
    }

    [Fact]
    public void Every_cut_of_an_identity_reads()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Caller.AssumedRole("AWSDeadlineCloudQueueRole-1", "session").Trim());
        for (int length = 1; length < whole.Length; length++)
        {
            Assert.Equal(ActorKinds.Unknown, ActorReader.Read(whole.AsSpan(0, length), Context).Kind);
        }

        Assert.Equal(ActorKinds.QueueRole, ActorReader.Read(whole, Context).Kind);
    }

    [Fact]
    public void Flipped_bytes_never_throw()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Caller.AssumedRole("StudioMonitor", "DeadlineSession-" + Caller.UserId).Trim());
        Random random = new(4711);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] flipped = [.. whole];
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
            }

            Assert.NotEmpty(ActorReader.Read(flipped, Context).Name);
        }
    }

    [Theory]
    [InlineData("""{"type":"IAMUser","userName":"\ud800x"}""", "\uFFFDx")]
    [InlineData("""{"type":"IAMUser","userName":"x\udfff"}""", "x\uFFFD")]
    [InlineData("""{"type":"IAMUser","userName":"\ud83c\udfac \u00e9"}""", "\ud83c\udfac é")]
    public void Lone_halves_of_a_character_are_shown_as_such(string userIdentity, string name)
    {
        Assert.Equal(name, Caller.Read(userIdentity).Name);
    }

    [Fact]
    public void Invalid_bytes_are_shown_as_such()
    {
        byte[] identity = [.. "{\"type\":\"IAMUser\",\"userName\":\"Al"u8, 0xFF, .. "ce\"}"u8];

        Assert.Equal("Al\uFFFDce", ActorReader.Read(identity, Context).Name);
    }

    [Theory]
    // Written by eventVersion 1.0, and by programs that re-export logs: values of another type than today's.
    [InlineData("""{"type":"AssumedRole","sessionContext":{"attributes":{"mfaAuthenticated":true,"creationDate":"20131102T010628Z"}}}""", true, "2013-11-02T01:06:28Z")]
    [InlineData("""{"type":"AssumedRole","sessionContext":{"attributes":{"mfaAuthenticated":"true","creationDate":"2023-07-10T11:45:31Z"}}}""", true, "2023-07-10T11:45:31Z")]
    [InlineData("""{"type":"AssumedRole","sessionContext":{"attributes":{"mfaAuthenticated":"false","creationDate":"2023-07-10T11:45:31.250Z"}}}""", false, "2023-07-10T11:45:31Z")]
    [InlineData("""{"type":"AssumedRole","sessionContext":{"attributes":{"mfaAuthenticated":"perhaps","creationDate":"yesterday"}}}""", null, null)]
    [InlineData("""{"type":"AssumedRole","sessionContext":{"attributes":{"mfaAuthenticated":null,"creationDate":"9999-99-99T99:99:99Z"}}}""", null, null)]
    [InlineData("""{"type":"AssumedRole","sessionContext":{"attributes":"none"}}""", null, null)]
    [InlineData("""{"type":"AssumedRole","sessionContext":[1,2]}""", null, null)]
    [InlineData("""{"type":"AssumedRole"}""", null, null)]
    public void Session_facts_are_read_in_every_spelling(string userIdentity, bool? mfa, string? start)
    {
        Actor actor = Caller.Read(userIdentity);

        Assert.Equal((mfa, start, start is not null), (actor.MfaAuthenticated, actor.SessionStartUtc, actor.SessionStart is not null));
    }

    [Theory]
    [InlineData("""{"type":"IAMUser","accountId":12345678901}""", "012345678901")]
    [InlineData("""{"type":"IAMUser","accountId":111122223333}""", "111122223333")]
    [InlineData("""{"type":"IAMUser","accountId":{"id":1}}""", null)]
    public void An_account_that_became_a_number_gets_its_zeros_back(string userIdentity, string? account)
    {
        Assert.Equal(account, Caller.Read(userIdentity).AccountId);
    }

    [Fact]
    public void An_escaped_field_name_is_that_field()
    {
        Assert.Equal(ActorKinds.Root, Caller.Read("""{"\u0074ype":"Root"}""").Kind);
    }

    [Fact]
    public void Depth_is_no_danger()
    {
        string deep = """{"sessionContext":{"x":""" + string.Concat(Enumerable.Repeat("{\"x\":", 100_000)) + "1"
            + new string('}', 100_000) + "},\"type\":\"Root\"}";

        Assert.Equal(ActorKinds.Root, Caller.Read(deep).Kind);
    }
}
