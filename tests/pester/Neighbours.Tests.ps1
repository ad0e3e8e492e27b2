# What may stand beside the module. Each is skipped where it is not installed, and says so.

BeforeAll {
    $manifest = if ($env:DEADLINETRAIL_MANIFEST) { $env:DEADLINETRAIL_MANIFEST } else { Join-Path $PSScriptRoot '../../DeadlineTrail.psd1' }
    $manifest = (Resolve-Path $manifest).Path
    $checkout = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    $shell = (Get-Process -Id $PID).Path
}

Describe 'Beside AWS Tools' -Tag AwsTools {
    # The request goes to a port of this machine on which nobody listens: it fails, but only after both sets of AWS assemblies work.
    It 'both work in one session, <Order>' -TestCases @(
        @{ Order = 'AWS Tools first'; First = 'AWS.Tools.Common'; Second = '' }
        @{ Order = 'DeadlineTrail first'; First = ''; Second = 'AWS.Tools.Common' }) {
        param($First, $Second)
        if (-not (Get-Module -ListAvailable AWS.Tools.Common)) { Set-ItResult -Skipped -Because 'AWS.Tools.Common is not installed'; return }
        $imports = @($First, $manifest, $Second | Where-Object { $_ } | ForEach-Object { "Import-Module '$_'" }) -join '; '
        $ask = 'Get-DeadlineTrailEvent -Region us-west-2 -EndpointUrl http://127.0.0.1:1 -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey none -Last 1h -ErrorVariable problem -ErrorAction SilentlyContinue'
        $told = & $shell -NoProfile -NonInteractive -Command "$imports; $ask; `"`$problem`"; (Get-AWSRegion us-west-2).Region; (Get-DeadlineTrailAction CreateFarm).Name"
        $told -join "`n" | Should -Not -Match 'Could not load|FileLoadException|MissingMethod|TypeLoad'
        $told[-2..-1] | Should -Be 'us-west-2', 'CreateFarm'
    }
}

Describe 'PSScriptAnalyzer' -Tag Analyzer {
    It 'finds nothing in our scripts and the manifest' {
        if (-not (Get-Module -ListAvailable PSScriptAnalyzer)) { Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'; return }
        # Left out: what does not see that blocks of Pester share variables, and that functions use a script's parameters.
        $left = 'PSUseDeclaredVarsMoreThanAssignments', 'PSReviewUnusedParameter'
        $found = 'build.ps1', 'DeadlineTrail.psd1', 'tests/pester' | ForEach-Object {
            Invoke-ScriptAnalyzer -Path (Join-Path $checkout $_) -Recurse -Severity Warning, Error -ExcludeRule $left
        }
        $found | ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName) $($_.Message)" } | Should -BeNullOrEmpty
    }
}

Describe 'Windows PowerShell 5.1' -Tag Desktop {
    It 'imports the module and turns what it gives into JSON' {
        $desktop = Get-Command powershell -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if (-not $desktop) { Set-ItResult -Skipped -Because 'there is no Windows PowerShell here'; return }
        $samples = Join-Path $checkout 'docs/samples'
        $script = @'
$WarningPreference = 'SilentlyContinue'
Import-Module '{0}'
(Get-DeadlineTrailEvent -Path '{1}' -EventName CreateJob -MaxEvents 1 | ConvertTo-Json -Depth 3 | ConvertFrom-Json).EventName
(Get-DeadlineTrailAction CreateJob | ConvertTo-Json -Depth 3 | ConvertFrom-Json).IamAction
(Get-DeadlineResourceHistory 'Cloud spot' -Path '{1}' -EventName UpdateFleet | Select-Object -First 1 | ConvertTo-Json -Depth 3 | ConvertFrom-Json).EventName
(Get-DeadlineSignIn -Path '{1}' -MaxEvents 1 | ConvertTo-Json -Depth 3 | ConvertFrom-Json).PSObject.Properties.Name -contains 'Outcome'
(Get-DeadlineTrailEvent -Path '{1}' -MaxEvents 9 | Measure-DeadlineTrailEvent | ConvertTo-Json | ConvertFrom-Json).Count
'@ -f $manifest.Replace("'", "''"), $samples.Replace("'", "''")
        $told = & $desktop.Path -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command $script
        $told | Should -Be 'CreateJob', 'deadline:CreateJob', 'UpdateFleet', 'True', '9'
    }
}
