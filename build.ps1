<#
.SYNOPSIS
Builds, tests, shows and packs DeadlineTrail.

.DESCRIPTION
Runs in PowerShell 7, in Windows PowerShell 5.1 and in src/DeadlineTrail.Shell, which has the engine only: so there is
no command in it of PowerShell's Utility and Management modules.

  Build      dotnet build: the module under bin/, ready for Import-Module ./DeadlineTrail.psd1
  Test       dotnet test; then Pester in each PowerShell that is installed and has it
  Demo       three commands on docs/samples, in src/DeadlineTrail.Shell
  Help       the pages of docs/en-US brought up to date with the cmdlets, by Microsoft.PowerShell.PlatyPS, and made into help
  Package    exactly the files that are shipped, from the last build, in out/DeadlineTrail/<version>: with notices, a bill of
             materials and sums, and signed where DEADLINETRAIL_SIGNING_CERTIFICATE names a certificate
  Publish    that package to a gallery, where DEADLINETRAIL_GALLERY_KEY holds a key
  Reproduce  two builds of the last commit in two folders, which must give the same package

.EXAMPLE
./build.ps1 Build, Test

.EXAMPLE
./build.ps1 Build, Package, Publish -ProjectUri https://...
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ArgumentCompleter({ @('Build', 'Test', 'Demo', 'Help', 'Package', 'Publish', 'Reproduce') -like "$($args[2])*" })]
    [string[]] $Task = 'Build',

    # Where Package puts the module's folder, and Publish finds it, instead of out/.
    [string] $Destination,

    # Where the project is to be found, which Package writes into the manifest. What does not say it cannot be published.
    [string] $ProjectUri = $env:DEADLINETRAIL_PROJECT_URI,

    # The gallery of Publish, by the name it is registered with.
    [string] $Repository = 'PSGallery'
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
function Invoke-WhereInstalled([string] $Module, [string] $Version, [string] $Script, [switch] $Once, [switch] $Required) {
    $done = $false
    foreach ($shell in @(Find-PowerShell)) {
        $find = "if (-not (Get-Module -ListAvailable $Module | Where-Object Version -ge '$Version')) { exit 99 }; "
        & $shell -NoProfile -NonInteractive -Command ($find + "`$ErrorActionPreference = 'Stop'; Import-Module $Module -MinimumVersion $Version; $Script")
        if ($LASTEXITCODE -eq 99) { "Skipped in ${shell}: it has no $Module $Version or later."; continue }
        if ($LASTEXITCODE -ne 0) { throw "$Module in $shell ended with exit code $LASTEXITCODE." }
        $done = $true
        if ($Once) { break }
    }
    if ($done) { return }
    $absent = "no PowerShell with $Module $Version or later is installed here."
    if ($Required) { throw "This cannot be done: $absent" }
    "Skipped: $absent"
}

function Build { Invoke-Program dotnet 'build', (At 'DeadlineTrail.slnx') }

function Test {
    Invoke-Program dotnet 'test', (At 'DeadlineTrail.slnx')
    'Pester tests (tests/pester):'
    Invoke-WhereInstalled Pester 5.0 "if ((Invoke-Pester -Path '$(At 'tests/pester')' -PassThru).Result -ne 'Passed') { exit 1 }"
}

function Demo {
    $commands = @(
        'Get-DeadlineTrailEvent -Path docs/samples -Access Write -MaxEvents 15'
        'Get-DeadlineTrailEvent -Path docs/samples -Denied -MaxEvents 10'
        'Get-DeadlineTrailEvent -Path docs/samples -EventName Delete* -MaxEvents 1 | Format-List'
    )
    foreach ($command in $commands) {
        ''
        "PS> $command"
        # The path in a command is the checkout's, wherever this was started from.
        $located = "`$ExecutionContext.SessionState.Path.SetLocation('$($PSScriptRoot.Replace("'", "''"))') | Out-Null; $command"
        Invoke-Program dotnet 'run', '--project', (At 'src/DeadlineTrail.Shell'), '--', '-Command', $located
    }
}

function Help {
    'Help (docs/en-US):'
    # What platyPS would write, but for what it gets wrong (1.0.3): it adds Get-Help's text of a parameter to that of the page, it
    # forgets the common parameters of a syntax that it takes to be changed, and it dates what did not change. The help that an
    # earlier state of the pages was made into is put away, since it would take that for the cmdlets' own.
    $pages = "`$checkout = '$($PSScriptRoot.Replace("'", "''"))'" + @'

Remove-Item -Path (Join-Path $checkout 'en-US/DeadlineTrail.dll-Help.xm[l]')
Import-Module (Join-Path $checkout 'DeadlineTrail.psd1')
$folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName()))
try {
    foreach ($page in Get-ChildItem (Join-Path $checkout 'docs/en-US') -Filter *-*.md) {
        $path = [WildcardPattern]::Escape($page.FullName) # Test-MarkdownCommandHelp looks at nothing that is given as -LiteralPath
        if (-not (Test-MarkdownCommandHelp -Path $path)) { throw "$($page.Name) is not in platyPS's form: Test-MarkdownCommandHelp -DetailView says where." }
        $before = Import-MarkdownCommandHelp -Path $path
        $after = Update-CommandHelp -Path $path
        foreach ($parameter in $after.Parameters) {
            $same = @($before.Parameters | Where-Object Name -eq $parameter.Name)
            if ($same) { $parameter.Description = $same[0].Description }
        }
        foreach ($syntax in $after.Syntax) { $syntax.HasCmdletBinding = $after.HasCmdletBinding }
        $after.Metadata['ms.date'] = $before.Metadata['ms.date']
        $text = [IO.File]::ReadAllText(($after | Export-MarkdownCommandHelp -OutputFolder $folder.FullName -Force).FullName).Replace("`r`n", "`n")
        if ($text -ceq [IO.File]::ReadAllText($page.FullName).Replace("`r`n", "`n")) { continue }
        [IO.File]::WriteAllText($page.FullName, ($text -replace '(?m)^ms\.date: .*$', "ms.date: $([DateTime]::Today.ToString('MM/dd/yyyy', [CultureInfo]::InvariantCulture))"))
        "Changed: docs/en-US/$($page.Name)"
    }
}
finally { Remove-Item -LiteralPath $folder.FullName -Recurse }
'@
    try { Invoke-WhereInstalled Microsoft.PowerShell.PlatyPS 1.0 $pages -Once }
    finally {
        # Get-Help's files are made of the pages by the build. What platyPS makes of them would show the marks of Markdown.
        Invoke-Program dotnet 'build', (At 'src/DeadlineTrail/DeadlineTrail.csproj'), '-v', 'q'
    }
}

# The steps that need no PowerShell are in src/DeadlineTrail.Package, which knows what is shipped.
function Invoke-Packing([string[]] $Arguments, [string] $Checkout = $PSScriptRoot) {
    $tool = [IO.Path]::Combine($Checkout, 'src/DeadlineTrail.Package/bin/Release/net10.0/DeadlineTrail.Package.dll')
    if (-not [IO.File]::Exists($tool)) { throw "There is no ${tool}: build first (./build.ps1 Build, Package)." }
    Invoke-Program dotnet (@($tool) + $Arguments)
}

function Get-Destination {
    if ($Destination) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination) } else { At 'out' }
}

function Package {
    $layOut = @('lay-out', $PSScriptRoot, (Get-Destination))
    if ($ProjectUri) { $layOut += $ProjectUri }
    $folder = Invoke-Packing $layOut
    $seal = @('seal', $PSScriptRoot, $folder)
    if ($env:DEADLINETRAIL_SIGNING_CERTIFICATE) {
        Sign $folder
        $seal += 'signed'
    }
    Invoke-Packing $seal
    "$([IO.Directory]::GetFiles($folder, '*', 'AllDirectories').Count) files in $folder"
}

# The certificate is found by its thumbprint among the user's own. Without a timestamp, signatures end with the certificate.
function Sign([string] $Folder) {
    $env:DEADLINETRAIL_SIGNABLE = (Invoke-Packing signable, $Folder) -join [IO.Path]::PathSeparator
    Invoke-WhereInstalled Microsoft.PowerShell.Security 3.0 -Once -Required @'
if (-not (Get-PSDrive -Name Cert -ErrorAction Ignore)) { throw 'Signing takes Windows: this PowerShell has no drive Cert:, and nothing that signs.' }
$with = @{ Certificate = Get-Item "Cert:\CurrentUser\My\$env:DEADLINETRAIL_SIGNING_CERTIFICATE"; HashAlgorithm = 'SHA256' }
if ($env:DEADLINETRAIL_TIMESTAMP_SERVER) { $with.TimestampServer = $env:DEADLINETRAIL_TIMESTAMP_SERVER }
$files = $env:DEADLINETRAIL_SIGNABLE.Split([IO.Path]::PathSeparator)
$bad = @(Set-AuthenticodeSignature -LiteralPath $files @with | Where-Object Status -ne Valid)
if ($bad) { throw "Not signed: $($bad.Path -join ', '): $($bad[0].StatusMessage)" }
'@
}

function Publish {
    if (-not $env:DEADLINETRAIL_GALLERY_KEY) { return 'Not published: DEADLINETRAIL_GALLERY_KEY holds no key.' }
    $env:DEADLINETRAIL_PACKAGE = Invoke-Packing may-publish, $PSScriptRoot, (Get-Destination)
    $env:DEADLINETRAIL_REPOSITORY = $Repository
    Invoke-WhereInstalled Microsoft.PowerShell.PSResourceGet 1.0 -Once -Required (
        'Publish-PSResource -Path $env:DEADLINETRAIL_PACKAGE -Repository $env:DEADLINETRAIL_REPOSITORY -ApiKey $env:DEADLINETRAIL_GALLERY_KEY')
}

function Reproduce {
    $root = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'DeadlineTrail-' + [IO.Path]::GetRandomFileName())
    try {
        # In paths of different lengths, and as a build server and as a developer does it. The second is a clone of the first: work
        # may go on here meanwhile.
        $origin = $PSScriptRoot
        $sums = foreach ($name in 'one', 'another/below') {
            $checkout = [IO.Path]::Combine($root, $name)
            $env:CI = if ($name -eq 'one') { 'true' } else { '' }
            Invoke-Program git 'clone', '--quiet', $origin, $checkout | Out-Host
            $origin = $checkout
            foreach ($project in 'DeadlineTrail', 'DeadlineTrail.Package') {
                Invoke-Program dotnet 'build', ([IO.Path]::Combine($checkout, "src/$project/$project.csproj")), '-v', 'q' | Out-Host
            }
            $folder = Invoke-Packing 'lay-out', $checkout, ([IO.Path]::Combine($checkout, 'out')) $checkout
            Invoke-Packing 'seal', $checkout, $folder $checkout | Out-Host
            , [IO.File]::ReadAllLines([IO.Path]::Combine($folder, 'SHA256SUMS'))
        }
        $differing = @($sums[0] | Where-Object { $_ -notin $sums[1] }) + @($sums[1] | Where-Object { $_ -notin $sums[0] })
        if ($differing) { throw "The two packages differ:`n$($differing -join "`n")" }
        "Two builds of the last commit are equal in all $($sums[0].Count) files."
    }
    finally { if ([IO.Directory]::Exists($root)) { [IO.Directory]::Delete($root, $true) } }
}

# From a command line the list comes as one text: -File build.ps1 Build,Test
foreach ($name in $Task.Split(',').Trim()) {
    switch ($name) {
        'Build' { Build }
        'Test' { Test }
        'Demo' { Demo }
        'Help' { Help }
        'Package' { Package }
        'Publish' { Publish }
        'Reproduce' { Reproduce }
        default { throw "There is no task '$name'. The tasks are Build, Test, Demo, Help, Package, Publish and Reproduce." }
    }
}
