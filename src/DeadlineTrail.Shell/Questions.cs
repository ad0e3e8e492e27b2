using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace DeadlineTrail.Shell;

/// <summary>What a command may ask its user: missing parameters, confirmation, a credential.</summary>
internal sealed class Questions(PSHostUserInterface ui, bool mayAsk)
{
    private readonly LineEditor _editor = new(complete: null);

    public string ReadLine(string prompt) => Read(prompt, masked: false);

    public SecureString ReadSecret(string prompt)
    {
        var secret = new SecureString();
        foreach (var character in Read(prompt, masked: true))
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }

    public Dictionary<string, PSObject> AskFields(string caption, string message, Collection<FieldDescription> fields)
    {
        RequireUser();
        Introduce(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (var field in fields)
        {
            answers[field.Name] = PSObject.AsPSObject(Ask(field));
        }

        return answers;
    }

    public int AskChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireUser();
        Introduce(caption, message);
        var keys = choices.Select(choice => Key(choice.Label)).ToArray();
        var offer = string.Join("  ", choices.Select((choice, i) => $"[{keys[i]}] {Name(choice.Label)}"));
        var standard = defaultChoice >= 0 ? $" (default is \"{keys[defaultChoice]}\")" : "";
        while (true)
        {
            var answer = ReadLine($"{offer}{standard}: ").Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            for (var i = 0; i < choices.Count; i++)
            {
                if (answer.Equals(keys[i], StringComparison.OrdinalIgnoreCase) || answer.Equals(Name(choices[i].Label), StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }
        }
    }

    public PSCredential AskCredential(string caption, string message, string? userName)
    {
        RequireUser();
        Introduce(caption, message);
        var user = string.IsNullOrEmpty(userName) ? ReadLine("User: ") : userName;
        return new PSCredential(user, ReadSecret($"Password for user {user}: "));
    }

    private object Ask(FieldDescription field)
    {
        var type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(SecureString))
        {
            return ReadSecret(field.Name + ": ");
        }

        if (!type.IsArray)
        {
            return ReadLine(field.Name + ": ");
        }

        // As in pwsh: one element a line, an empty line ends the list.
        var elements = new List<string>();
        for (var line = ReadLine($"{field.Name}[0]: "); line.Length > 0; line = ReadLine($"{field.Name}[{elements.Count}]: "))
        {
            elements.Add(line);
        }

        return elements.ToArray();
    }

    private void Introduce(string caption, string message)
    {
        foreach (var line in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(line))
            {
                ui.WriteLine(line);
            }
        }
    }

    private string Read(string prompt, bool masked)
    {
        RequireUser();
        var line = _editor.Read(prompt, masked);
        return line.Kind switch
        {
            LineKind.Text => line.Text,
            LineKind.Cancelled => throw new PipelineStoppedException(),
            _ => "",
        };
    }

    private void RequireUser()
    {
        if (!mayAsk)
        {
            throw new HostException("Nothing can be asked: input is redirected, or -NonInteractive was given.");
        }
    }

    private static string Key(string label)
    {
        var mark = label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < label.Length ? label.Substring(mark + 1, 1).ToUpperInvariant() : label;
    }

    private static string Name(string label) => label.Replace("&", "", StringComparison.Ordinal);
}
