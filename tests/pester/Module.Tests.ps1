# What only a real PowerShell shows. The module under test is the one of DEADLINETRAIL_MANIFEST (a packed one, in CI),
# else that of this checkout.

BeforeAll {
    $manifest = if ($env:DEADLINETRAIL_MANIFEST) { $env:DEADLINETRAIL_MANIFEST } else { Join-Path $PSScriptRoot '../../DeadlineTrail.psd1' }
    $manifest = (Resolve-Path $manifest).Path
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'The module in this PowerShell' {
    It 'is the one under test' {
        (Get-Module DeadlineTrail).ModuleBase | Should -Be (Split-Path $manifest)
    }

    It 'runs the build for this edition' {
        (Get-Module DeadlineTrail).Path | Split-Path | Split-Path -Leaf | Should -BeExactly $PSEdition
    }

    It 'has a manifest that PowerShell accepts' {
        (Test-ModuleManifest $manifest).Name | Should -Be 'DeadlineTrail'
    }

    It 'exports cmdlets only' {
        Get-Command -Module DeadlineTrail | Where-Object CommandType -ne Cmdlet | Should -BeNullOrEmpty
        (Get-Module DeadlineTrail).ExportedAliases.Keys | Should -BeNullOrEmpty
        (Get-Module DeadlineTrail).ExportedVariables.Keys | Should -BeNullOrEmpty
    }

    It 'can be removed and imported again' {
        Remove-Module DeadlineTrail
        Get-Module DeadlineTrail | Should -BeNullOrEmpty
        Import-Module $manifest -ErrorAction Stop
        Get-Module DeadlineTrail | Should -Not -BeNullOrEmpty
    }
}

Describe 'The module by its name, in a session that has not seen it' {
    BeforeAll {
        # As it is installed: DeadlineTrail/<version> in a folder of PSModulePath.
        $installed = Join-Path $TestDrive "modules/DeadlineTrail/$((Get-Module DeadlineTrail).Version)"
        [void][System.IO.Directory]::CreateDirectory($installed)
        foreach ($part in 'DeadlineTrail.psd1', 'bin', 'en-US') {
            Copy-Item -LiteralPath (Join-Path (Split-Path $manifest) $part) -Destination $installed -Recurse
        }
        $shell = (Get-Process -Id $PID).Path

        function Invoke-Fresh([string] $Script) {
            $before = $env:PSModulePath
            $env:PSModulePath = (Join-Path $TestDrive 'modules') + [System.IO.Path]::PathSeparator + $before
            try { & $shell -NoProfile -NonInteractive -Command $Script } finally { $env:PSModulePath = $before }
        }
    }

    It 'is imported from where modules are installed' {
        Invoke-Fresh '(Import-Module DeadlineTrail -PassThru).ModuleBase' | Should -Be (Resolve-Path $installed).ProviderPath
    }

    It 'comes by itself with its first cmdlet, and with tab' {
        Invoke-Fresh '(Get-DeadlineTrailAction CreateFarm).Name' | Should -Be 'CreateFarm'
        Invoke-Fresh '(TabExpansion2 "Get-DeadlineTrailE").CompletionMatches.CompletionText' | Should -Be 'Get-DeadlineTrailEvent'
    }

    It 'lists what it has without being imported' {
        $names = Invoke-Fresh '(Get-Module DeadlineTrail -ListAvailable).ExportedCmdlets.Keys; Get-Module DeadlineTrail'
        $names | Sort-Object | Should -Be ((Get-Module DeadlineTrail).ExportedCmdlets.Keys | Sort-Object)
    }

    It 'brings its help' {
        $help = Invoke-Fresh 'Get-Help Get-DeadlineTrailEvent -Full | Out-String -Width 120; Get-Help about_DeadlineTrail_Sources | Out-String'
        $help -join "`n" | Should -Match '-EventName'
        $help -join "`n" | Should -Match 'ABOUT_DEADLINETRAIL_SOURCES|about_DeadlineTrail_Sources'
    }

    It 'has help with examples for every cmdlet' {
        foreach ($name in (Get-Module DeadlineTrail).ExportedCmdlets.Keys) {
            $help = Get-Help $name -Full
            $help.Synopsis | Should -Not -BeNullOrEmpty -Because $name
            @($help.examples.example).Count | Should -BeGreaterOrEqual 3 -Because $name
        }
    }
}
