using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.People;

/// <summary>Who works at the studio: artists, two wranglers, a producer and an administrator.</summary>
internal sealed class Cast
{
    private static readonly string[] Given =
        ["ana", "bo", "chidi", "dara", "emil", "fatima", "goro", "hana", "ines", "jonas", "kemal", "lena", "mei", "nils", "olga", "pavel", "quinn", "rosa", "sven", "tala", "ugo", "vera", "wanda", "xenia", "yusuf", "zoe"];

    private static readonly string[] Family =
        ["okafor", "lindqvist", "tanaka", "moreau", "silva", "novak", "haddad", "berg", "castellano", "duarte", "eriksen", "fischer"];

    private static readonly string[] Credentials =
        ["PASSWORD,TOTP", "PASSWORD", "PASSWORD,WEBAUTHN", "EXTERNAL_IDP", "PASSWORD,TOTP", "EXTERNAL_IDP"];

    public Cast(int artists, string studio, Dice dice)
    {
        var taken = new HashSet<string>();
        Person Hire(string level, string? credential = null)
        {
            string name;
            do
            {
                name = dice.Pick(Given) + "." + dice.Pick(Family) + (taken.Count > 200 ? dice.Below(1000) : "");
            }
            while (!taken.Add(name));

            return new Person
            {
                UserName = $"{name}@{studio}.example",

                // Older identity stores put ten digits in front.
                UserId = (dice.Chance(0.3) ? "90677" + dice.Hex(5) + "-" : "") + dice.Uuid(),
                Address = dice.PublicAddress(),
                Browser = UserAgents.Browser(dice),
                Application = dice.Pick(UserAgents.Applications),
                Level = level,
                Credential = credential ?? dice.Pick(Credentials),
                Begins = dice.Between(7, 10),
            };
        }

        var all = new List<Person>();
        for (int i = 0; i < artists; i++)
        {
            all.Add(Hire("CONTRIBUTOR"));
        }

        Artists = all;
        Wranglers = [Hire("MANAGER", "PASSWORD,TOTP"), Hire("MANAGER")];
        Producer = Hire("OWNER", "PASSWORD,WEBAUTHN");
        Admin = Hire("OWNER", "PASSWORD,TOTP");
    }

    public IReadOnlyList<Person> Artists { get; }

    public IReadOnlyList<Person> Wranglers { get; }

    public Person Producer { get; }

    public Person Admin { get; }

    public IEnumerable<Person> Everybody => [.. Artists, .. Wranglers, Producer, Admin];
}
