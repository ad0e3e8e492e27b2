@{
    ModuleVersion          = '0.1.0'
    GUID                   = 'b1f0a7de-6a5c-4f0e-9d1e-7a2f5a3c8e42'
    # A folder for each edition: to tell them apart by a condition would make each import eight milliseconds longer.
    RootModule             = "bin/$PSEdition/DeadlineTrail.dll"

    Author                 = 'The DeadlineTrail developers'
    CompanyName            = 'The DeadlineTrail developers'
    Copyright              = 'The DeadlineTrail developers'
    Description            = 'Who did what on an AWS Deadline Cloud render farm, when, from where, and whether it worked: typed events from AWS CloudTrail.'

    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'

    # Loaded before the types and formats, which name their types.
    RequiredAssemblies     = @("bin/$PSEdition/DeadlineTrail.Core.dll", "bin/$PSEdition/DeadlineTrail.dll")
    FormatsToProcess       = @('bin/formats/DeadlineTrail.Format.ps1xml')
    TypesToProcess         = @('bin/formats/DeadlineTrail.Types.ps1xml')

    CmdletsToExport        = @('Get-DeadlineTrailEvent', 'ConvertFrom-DeadlineTrailLog', 'Get-DeadlineTrailAction', 'Get-DeadlineResourceHistory', 'Measure-DeadlineTrailEvent', 'Get-DeadlineSignIn', 'Get-DeadlineTrailSource', 'Test-DeadlineTrailSource', 'Complete-DeadlineTrailBookmark')
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('AWS', 'CloudTrail', 'DeadlineCloud', 'RenderFarm', 'Audit', 'Windows', 'Linux', 'macOS', 'PSEdition_Core', 'PSEdition_Desktop')
            LicenseUri   = 'https://spdx.org/licenses/MIT.html'
            # Packing writes here: ReleaseNotes, as CHANGELOG.md has them, and ProjectUri (docs/design.md, Publishing).
        }
    }
}
