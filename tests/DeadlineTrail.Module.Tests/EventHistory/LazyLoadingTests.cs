using System;
using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Shell;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.EventHistory;

/// <summary>The AWS SDK is there when it is needed, not before, and where nobody else meets it.</summary>
public class LazyLoadingTests
{
    private const string Loaded = """
        [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -match '^(AWSSDK|DeadlineTrail)' } |
            ForEach-Object { $_.GetName().Name + ' in ' + [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name }
        """;

    [Fact]
    public async Task The_SDK_is_loaded_by_the_first_cmdlet_that_asks_AWS_into_a_context_of_its_own()
    {
        await using var aws = await LoopbackAws.StartAsync();

        var shell = ShellProcess.Run("-Command", $"""
            Get-DeadlineTrailAction UpdateQueue | ForEach-Object Name
            {Loaded}
            '--'
            Get-DeadlineTrailEvent -AccessKey {aws.Key.AccessKeyId} -SecretKey '{aws.Key.SecretAccessKey}' -EndpointUrl {aws.Endpoint} -Region eu-central-1
            {Loaded}
            """);

        Assert.Equal(string.Empty, shell.Errors);
        var lines = shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var before = lines.TakeWhile(line => line != "--").ToList();
        var after = lines.SkipWhile(line => line != "--").Skip(1).ToList();
        Assert.DoesNotContain(before, line => line.StartsWith("AWSSDK", StringComparison.Ordinal) || line.StartsWith("DeadlineTrail.Aws", StringComparison.Ordinal));
        Assert.Contains("DeadlineTrail.Core in Default", before);
        Assert.Contains("AWSSDK.Core in DeadlineTrail", after);
        Assert.Contains("DeadlineTrail.Aws in DeadlineTrail", after);
        Assert.Single(after, line => line.StartsWith("DeadlineTrail.Core ", StringComparison.Ordinal));
        Assert.Single(aws.Requests.All);
    }
}
