<#
.SYNOPSIS
Builds, tests, shows and packs DeadlineTrail.

.DESCRIPTION
Runs in PowerShell 7, in Windows PowerShell 5.1 and in src/DeadlineTrail.Shell, which has the engine only: so there is
no command in it of PowerShell's Utility and Management modules.

  Build    dotnet build: the module under bin/, ready for Import-Module ./DeadlineTrail.psd1
  Test     dotnet test; then Pester in each PowerShell that is installed and has it
  Demo     three commands on docs/samples, in src/DeadlineTrail.Shell
  Help     the pages of docs/en-US brought up to date and made into help, with Microsoft.PowerShell.PlatyPS
  Package  exactly the files that are shipped, from the last build, in out/DeadlineTrail/<version>

.EXAMPLE
./build.ps1 Build, Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ArgumentCompleter({ @('Build', 'Test', 'Demo', 'Help', 'Package') -like "$($args[2])*" })]
    [string[]] $Task = 'Build',

    # Where Package puts the module's folder instead of out/.
    [string] $Destination
)

$ErrorActionPreference = 'Stop'

function At([string] $Path) { [IO.Path]::Combine($PSScriptRoot, $Path) }

function Invoke-Program([string] $Program, [string[]] $Arguments) {
    & $Program $Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments ended with exit code $LASTEXITCODE." }
}

function Find-PowerShell {
    foreach ($name in 'pwsh', 'powershell') {
        foreach ($found in @(Get-Command -Name $name -CommandType Application -ErrorAction Ignore)) { $found.Path; break }
    }
}

# Runs a script in every PowerShell there is that has the module, or in the first; the script's exit code counts.
function Invoke-WhereInstalled([string] $Module, [string] $Version, [string] $Script, [switch] $Once) {
    $done = $false
    foreach ($shell in @(Find-PowerShell)) {
        $find = "if (-not (Get-Module -ListAvailable $Module | Where-Object Version -ge $Version)) { exit 99 }; "
        & $shell -NoProfile -NonInteractive -Command ($find + "`$ErrorActionPreference = 'Stop'; Import-Module $Module -MinimumVersion $Version; $Script")
        if ($LASTEXITCODE -eq 99) { "Skipped in ${shell}: it has no $Module $Version or later."; continue }
        if ($LASTEXITCODE -ne 0) { throw "$Module in $shell ended with exit code $LASTEXITCODE." }
        $done = $true
        if ($Once) { break }
    }
    if (-not $done) { "Skipped: no PowerShell with $Module $Version or later is installed here." }
}

function Build { Invoke-Program dotnet 'build', (At 'DeadlineTrail.slnx') }

function Test {
    Invoke-Program dotnet 'test', (At 'DeadlineTrail.slnx')
    'Pester tests (tests/pester):'
    Invoke-WhereInstalled Pester 5.0 "if ((Invoke-Pester -Path '$(At 'tests/pester')' -PassThru).Result -ne 'Passed') { exit 1 }"
}

function Demo {
    foreach ($command in @(
            'Get-DeadlineTrailEvent -Path docs/samples -Access Write -MaxEvents 15'
            'Get-DeadlineTrailEvent -Path docs/samples -Denied -MaxEvents 10'
            'Get-DeadlineTrailEvent -Path docs/samples -EventName Delete* -MaxEvents 1 | Format-List')) {
        ''
        "PS> $command"
        # The path in a command is the checkout's, wherever this was started from.
        $located = "`$ExecutionContext.SessionState.Path.SetLocation('$($PSScriptRoot.Replace("'", "''"))') | Out-Null; $command"
        Invoke-Program dotnet 'run', '--project', (At 'src/DeadlineTrail.Shell'), '--', '-Command', $located
    }
}

function Help {
    'Help (docs/en-US):'
    Invoke-WhereInstalled Microsoft.PowerShell.PlatyPS 1.0 -Once (
        "Import-Module '$(At 'DeadlineTrail.psd1')'; `$pages = '$(At 'docs/en-US/*-*.md')'; " +
        "Update-MarkdownCommandHelp -Path `$pages -NoBackup; " +
        "`$help = Import-MarkdownCommandHelp -Path `$pages | Export-MamlCommandHelp -OutputFolder ([IO.Path]::GetTempPath()) -Force; " +
        "`$null = New-Item -ItemType Directory -Force '$(At 'en-US')'; `$help | Copy-Item -Destination '$(At 'en-US')' -Force -PassThru")
}

function Package {
    # Held against the build, file by file, by a test: a file that is not named here is not shipped.
    $shipped = @('DeadlineTrail.psd1')
    foreach ($file in 'TrailEvent.Format', 'EventPart.Format', 'TrailAction.Format', 'DeadlineTrail.Types', 'ResourceHistory.Format', 'ResourceHistory.Types', 'TrailMeasure.Format', 'TrailMeasure.Types', 'SignIn.Format', 'SignIn.Types', 'TrailSource.Format', 'TrailSource.Types') { $shipped += "bin/formats/$file.ps1xml" }
    foreach ($file in 'DeadlineTrail.dll', 'DeadlineTrail.Core.dll') {
        $shipped += "bin/net8.0/$file", "bin/net472/$file"
    }
    foreach ($file in 'DeadlineTrail.Aws', 'AWSSDK.Core', 'AWSSDK.S3', 'AWSSDK.SecurityToken', 'AWSSDK.SSO', 'AWSSDK.SSOOIDC') {
        $shipped += "bin/net8.0/dependencies/$file.dll", "bin/net472/dependencies/$file.dll"
    }
    foreach ($file in @(
            'Microsoft.Bcl.AsyncInterfaces', 'System.Buffers', 'System.Memory', 'System.Numerics.Vectors'
            'System.Runtime.CompilerServices.Unsafe', 'System.Text.Encodings.Web', 'System.Text.Json'
            'System.Threading.Tasks.Extensions', 'System.ValueTuple')) {
        $shipped += "bin/net472/dependencies/$file.dll"
    }
    foreach ($file in 'README.md', 'LICENSE') {
        if ([IO.File]::Exists((At $file))) { $shipped += $file }
    }
    if ([IO.Directory]::Exists((At 'en-US'))) {
        foreach ($file in [IO.Directory]::GetFiles((At 'en-US'))) { $shipped += 'en-US/' + [IO.Path]::GetFileName($file) }
    }

    $manifest = [IO.File]::ReadAllText((At 'DeadlineTrail.psd1'))
    $version = [regex]::Match($manifest, "ModuleVersion\s*=\s*'([0-9.]+)'").Groups[1].Value
    $out = if ($Destination) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination) } else { At 'out' }
    $folder = [IO.Path]::Combine($out, 'DeadlineTrail', $version)
    if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
    foreach ($file in $shipped) {
        if (-not [IO.File]::Exists((At $file))) { throw "There is no ${file}: build first (./build.ps1 Build, Package)." }
        $target = [IO.Path]::Combine($folder, $file)
        $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
        [IO.File]::Copy((At $file), $target)
    }
    "$($shipped.Count) files in $folder"
}

# From a command line the list comes as one text: -File build.ps1 Build,Test
foreach ($name in $Task.Split(',').Trim()) {
    switch ($name) {
        'Build' { Build }
        'Test' { Test }
        'Demo' { Demo }
        'Help' { Help }
        'Package' { Package }
        default { throw "There is no task '$name'. The tasks are Build, Test, Demo, Help and Package." }
    }
}
