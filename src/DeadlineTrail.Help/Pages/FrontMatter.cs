using System.Collections.Generic;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace DeadlineTrail.Help.Pages;

/// <summary>What a page says of itself before its title.</summary>
/// <param name="Title">The cmdlet's name.</param>
/// <param name="HelpFile">The name of the file Get-Help looks for.</param>
/// <param name="Schema">The version of platyPS's schema.</param>
internal sealed record FrontMatter(string Title, string HelpFile, string Schema)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    /// <exception cref="PageException">There is none, or a key is missing.</exception>
    internal static FrontMatter Read(Page page)
    {
        if (page.FrontMatter is null)
        {
            throw new PageException(page.Path, 1, "The page has no front matter.");
        }

        try
        {
            var keys = Yaml.Deserialize<Dictionary<string, string>>(page.FrontMatter.Lines.ToString()) ?? [];
            return new FrontMatter(Key("title"), Key("external help file"), Key("PlatyPS schema version"));

            string Key(string name) => keys.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value)
                ? value
                : throw new PageException(page.Path, 1, $"The front matter has no \"{name}\".");
        }
        catch (YamlException wrong)
        {
            throw new PageException(page.Path, (int)wrong.Start.Line + 1, wrong.Message);
        }
    }
}
