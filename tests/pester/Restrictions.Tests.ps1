# Sessions that allow less: strict mode, and ConstrainedLanguage, which application control sets for everything it does not know.

BeforeAll {
    $manifest = if ($env:DEADLINETRAIL_MANIFEST) { $env:DEADLINETRAIL_MANIFEST } else { Join-Path $PSScriptRoot '../../DeadlineTrail.psd1' }
    $manifest = (Resolve-Path $manifest).Path
    Import-Module $manifest -Force -ErrorAction Stop
    $checkout = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    $samples = Join-Path $checkout 'docs/samples'
    . (Join-Path $PSScriptRoot 'CloudTrailService.ps1')
    $service = Open-CloudTrailService @()
    $asked = $service.Asked
}

AfterAll { Close-CloudTrailService $service }

Describe 'In strict mode' {
    It 'every property of every object can be read' {
        Set-StrictMode -Version Latest
        $objects = @(
            Get-DeadlineTrailEvent -Path $samples -MaxEvents 20
            Get-DeadlineTrailAction CreateJob
            Get-DeadlineSignIn -Path $samples -MaxEvents 2
            Get-DeadlineResourceHistory 'Cloud spot' -Path $samples
            Get-DeadlineTrailEvent -Path $samples -MaxEvents 20 | Measure-DeadlineTrailEvent ActorKind
            Get-DeadlineTrailSource @asked
            Get-DeadlineTrailSource @asked -Name 'Event history' | Test-DeadlineTrailSource @asked
        )
        foreach ($object in $objects) {
            foreach ($name in ($object | Get-Member -MemberType Properties, PropertySet).Name) { { $null = $object.$name } | Should -Not -Throw -Because $name }
        }
    }

    It 'a deferred run is completed' {
        Set-StrictMode -Version Latest
        $bookmark = Join-Path $TestDrive 'strict.bookmark'
        Get-DeadlineTrailEvent @asked -BookmarkPath $bookmark -DeferBookmark | Should -BeNullOrEmpty
        { Complete-DeadlineTrailBookmark $bookmark -ErrorAction Stop } | Should -Not -Throw
    }

    It 'a part that a record does not have is null and no error' {
        Set-StrictMode -Version Latest
        (Get-DeadlineTrailEvent -Path $samples -EventName CreateFarm -MaxEvents 1 | ForEach-Object { $_.JobId }) | Should -BeNullOrEmpty
    }
}

Describe 'In ConstrainedLanguage' {
    It 'the examples of the README run' {
        $readme = [System.IO.File]::ReadAllText((Join-Path $checkout 'README.md'))
        $blocks = [regex]::Matches($readme, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_ -notmatch 'Import-Module' }
        $blocks.Count | Should -BeGreaterThan 5

        $state = [initialsessionstate]::CreateDefault()
        $runspace = [runspacefactory]::CreateRunspace($state)
        $runspace.Open()
        try {
            function Invoke-There([string] $Script) {
                $there = [powershell]::Create()
                $there.Runspace = $runspace
                try {
                    $null = $there.AddScript($Script).AddCommand('Out-String')
                    $text = -join $there.Invoke()
                    if ($there.HadErrors) { throw "$($there.Streams.Error[0]) in: $Script" }
                    $text
                }
                finally { $there.Dispose() }
            }

            $null = Invoke-There "Import-Module '$manifest'; Set-Location -LiteralPath '$checkout'"
            $runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
            Invoke-There '$ExecutionContext.SessionState.LanguageMode' | Should -Match 'ConstrainedLanguage'
            foreach ($block in $blocks) {
                $text = Invoke-There $block
                if ($block -notmatch '-Last') { $text | Should -Not -BeNullOrEmpty -Because $block }
            }
        }
        finally { $runspace.Dispose() }
    }
}
