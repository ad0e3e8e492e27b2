using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using Xunit;

namespace DeadlineTrail.Aws.Tests;

/// <summary>What this process has in its environment is everybody's: the tests that change it run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AwsEnvironmentRuns
{
    internal const string Name = "AWS environment";
}

/// <summary>The environment of a user with nothing but what a test gives: no credentials of this machine are ever found.</summary>
internal sealed class AwsEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    internal AwsEnvironment(params (string Name, string? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            Set(name, value);
        }
    }

    /// <summary>The SDK remembers where its files are, and whether there are any, so they are in one place for the whole run.</summary>
    internal static string Folder { get; } = Path.Combine(Path.GetTempPath(), "deadlinetrail-" + Guid.NewGuid().ToString("N"));

    internal static string CredentialsFile => Path.Combine(Folder, "credentials");

    internal static string ConfigFile => Path.Combine(Folder, "config");

    /// <summary>For the whole run: a developer's own AWS settings must not reach a test, and no test looks for an instance.</summary>
    [ModuleInitializer]
    internal static void Isolate()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith("AWS_", StringComparison.Ordinal))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Directory.CreateDirectory(Folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
        Profiles(string.Empty);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", CredentialsFile);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", ConfigFile);
    }

    internal void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    internal static void Profiles(string text, string config = "")
    {
        File.WriteAllText(CredentialsFile, text);
        File.WriteAllText(ConfigFile, config);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        Profiles(string.Empty);
    }
}
