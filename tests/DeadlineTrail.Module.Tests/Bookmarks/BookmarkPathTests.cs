using System;
using System.IO;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>The file that -BookmarkPath names: where it is, what is in it, and when there is none.</summary>
public sealed class BookmarkPathTests : BookmarkedBucket
{
    [Fact]
    public void The_path_is_that_of_PowerShells_location()
    {
        Module.Set("folder", Folder.Path);

        Module.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder); $mark = 'studio.bookmark'; " + Read).WithoutErrors();

        Assert.True(File.Exists(Mark));
    }

    [Fact]
    public void The_file_keeps_no_credentials_and_nothing_of_the_events()
    {
        Module.Run(Read + " -Actor mia, someone-else").WithoutErrors();

        var text = File.ReadAllText(Mark);
        Assert.All(
            new[] { Aws.Key.AccessKeyId, Aws.Key.SecretAccessKey, "mia", "someone-else", "AKIAIOSFODNN7EXAMPLE", "192.0.2.10", "UpdateQueue", HandWritten.Id(1), "Lighting" },
            secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Mark));
        }
    }

    [Fact]
    public void WhatIf_gives_the_events_and_writes_nothing()
    {
        Assert.Equal([12, 11, 3, 1], Module.Run(Read + " -WhatIf").WithoutErrors().Minutes());
        Assert.Empty(Directory.GetFileSystemEntries(Folder.Path));
    }

    [Fact]
    public void Nothing_in_the_pipeline_touches_no_bookmark()
    {
        Assert.Empty(Module.Run("@() | Get-DeadlineTrailEvent @aws -BookmarkPath $mark").WithoutErrors().Output);
        Assert.Empty(Directory.GetFileSystemEntries(Folder.Path));
    }
}
