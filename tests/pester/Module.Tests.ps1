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
        $build = if ($PSVersionTable.PSEdition -eq 'Desktop') { 'net472' } else { 'net8.0' }
        (Get-Module DeadlineTrail).Path | Split-Path | Split-Path -Leaf | Should -Be $build
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
