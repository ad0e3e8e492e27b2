using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>
/// How Microsoft.PowerShell.PlatyPS 1.0.3 writes a page when it reads it and brings it up to date with the cmdlet: what people say
/// in it stays as it is, line by line; what stands around that, and what the cmdlet itself says, has one form only.
/// </summary>
internal sealed class PageForm(CommandHelp page, CmdletInfo cmdlet)
{
    private readonly StringBuilder _written = new();

    internal string Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
        var body = Array.FindIndex(lines, 1, line => line == "---") + 1;
        FrontMatter(lines[..body].Single(line => line.StartsWith("ms.date: ", StringComparison.Ordinal)));
        Body(lines[body..]);
        return _written.ToString();
    }

    // The keys are in the order of the alphabet, whatever their case.
    private void FrontMatter(string date)
    {
        Line("---");
        Line("document type: cmdlet");
        Line("external help file: " + page.HelpFile);
        Line("HelpUri: ''");
        Line("Locale: en-US");
        Line("Module Name: " + cmdlet.ModuleName);
        Line(date);
        Line("PlatyPS schema version: 2024-05-01");
        Line("title: " + cmdlet.Name);
        Line("---");
    }

    // One empty line between any two things, and two behind the text on aliases, since that is read together with its line end.
    // What is fenced is left alone, but for the facts of a parameter.
    private void Body(string[] lines)
    {
        string section = "", part = "";
        var isFenced = false;
        var isEmpty = false;
        foreach (var line in lines)
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            var areFacts = isFenced && section == "## PARAMETERS";
            if (isFence)
            {
                isFenced = !isFenced;
            }

            if (!isFenced && !isFence)
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                {
                    if (section == "## ALIASES")
                    {
                        Line("");
                    }

                    section = line;
                }
                else if (line.StartsWith("### ", StringComparison.Ordinal))
                {
                    part = line[4..];
                }

                if (line.Length == 0)
                {
                    isEmpty = true;
                    continue;
                }
            }

            if (isEmpty)
            {
                Line("");
                isEmpty = false;
            }

            if (!areFacts)
            {
                Line(line);
            }
            else if (isFence)
            {
                Facts(page.Parameters.Single(parameter => "-" + parameter.Name == part));
                Line(line);
            }
        }
    }

    private void Facts(ParameterHelp parameter)
    {
        var facts = parameter.Facts;
        var command = cmdlet.Parameters[parameter.Name];
        Line("Type: " + facts.Type);
        Line("DefaultValue: " + (facts.DefaultValue.Length == 0 ? "''" : facts.DefaultValue));
        Line("SupportsWildcards: " + Word(facts.SupportsWildcards));
        List("Aliases", command.Aliases);
        Line("ParameterSets:");
        foreach (var (name, set) in command.ParameterSets)
        {
            Line("- Name: " + (name == ParameterAttribute.AllParameterSets ? ParameterInSet.All : name));
            Line("  Position: " + (set.Position == int.MinValue ? ParameterInSet.Named : set.Position.ToString(CultureInfo.InvariantCulture)));
            Line("  IsRequired: " + Word(set.IsMandatory));
            Line("  ValueFromPipeline: " + Word(set.ValueFromPipeline));
            Line("  ValueFromPipelineByPropertyName: " + Word(set.ValueFromPipelineByPropertyName));
            Line("  ValueFromRemainingArguments: " + Word(set.ValueFromRemainingArguments));
        }

        Line("DontShow: " + Word(facts.DontShow));
        List("AcceptedValues", facts.AcceptedValues);
        Line("HelpMessage: " + (facts.HelpMessage.Length == 0 ? "''" : facts.HelpMessage));
    }

    private void List(string key, IReadOnlyCollection<string> values)
    {
        Line(values.Count == 0 ? key + ": []" : key + ":");
        foreach (var value in values)
        {
            Line("- " + value);
        }
    }

    private void Line(string line) => _written.Append(line).Append('\n');

    private static string Word(bool value) => value ? "true" : "false";
}
