# Every cmdlet's main path together with the commands of PowerShell's own modules, on docs/samples. What these cmdlets give is
# held in tests/DeadlineTrail.Module.Tests; here is what a shell makes of it.

BeforeAll {
    $manifest = if ($env:DEADLINETRAIL_MANIFEST) { $env:DEADLINETRAIL_MANIFEST } else { Join-Path $PSScriptRoot '../../DeadlineTrail.psd1' }
    $manifest = (Resolve-Path $manifest).Path
    Import-Module $manifest -Force -ErrorAction Stop
    . (Join-Path $PSScriptRoot 'CloudTrailService.ps1')
    $samples = (Resolve-Path (Join-Path $PSScriptRoot '../../docs/samples')).Path
    $events = Get-DeadlineTrailEvent -Path $samples -Access Write -MaxEvents 200

    # AWS on this machine, with events of the last hour.
    $hour = [DateTime]::UtcNow.AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture)
    $service = Open-CloudTrailService ($events | Select-Object -First 3 | ForEach-Object { $_.Raw -replace '(?<="eventTime":\s*")[^"]+', $hour })
    $asked = $service.Asked

    # Objects of each kind that users get.
    $given = [ordered]@{
        TrailEvent           = @($events)[0]
        TrailAction          = Get-DeadlineTrailAction CreateJob
        ResourceHistoryEntry = @(Get-DeadlineResourceHistory 'Cloud spot' -Path $samples -EventName UpdateFleet)[0]
        SignIn               = @(Get-DeadlineSignIn -Path $samples -MaxEvents 1)[0]
        TrailMeasure         = @($events | Measure-DeadlineTrailEvent ActorKind)[0]
        TrailSource          = Get-DeadlineTrailSource @asked -Name studio-trail
        TrailSourceCheck     = @(Get-DeadlineTrailSource @asked -Name 'Event history' | Test-DeadlineTrailSource @asked)[0]
    }

    # Some of its texts.
    function Get-Plain($Object) {
        $Object.PSObject.Properties | Where-Object { $_.Value -is [string] -and $_.Value -and $_.Name -notlike '*Utc' } | Select-Object -First 3
    }

    function Get-Width([string] $Text) {
        $Text -split "`r?`n" | ForEach-Object { ($_ -replace '\x1b\[[0-9;]*m').TrimEnd().Length } | Measure-Object -Maximum | ForEach-Object Maximum
    }
}

AfterAll { Close-CloudTrailService $service }

Describe 'What the cmdlets give' {
    It 'is one kind of object each' {
        foreach ($kind in $given.Keys) { $given[$kind].PSObject.TypeNames[0] | Should -Be "DeadlineTrail.$kind" }
    }

    It 'fits into a window of <Width> columns, as a table and as a list' -TestCases @{ Width = 80 }, @{ Width = 120 } {
        param($Width)
        foreach ($kind in $given.Keys) {
            Get-Width ($given[$kind] | Format-Table | Out-String -Width $Width) | Should -BeLessOrEqual $Width -Because "$kind is a table"
            Get-Width ($given[$kind] | Format-List | Out-String -Width $Width) | Should -BeLessOrEqual $Width -Because "$kind is a list"
        }
    }

    It 'goes to CSV and back' {
        foreach ($kind in $given.Keys) {
            $csv = Join-Path $TestDrive "$kind.csv"
            $given[$kind] | Export-Csv -LiteralPath $csv -NoTypeInformation -Encoding UTF8
            $back = @(Import-Csv -LiteralPath $csv)
            $back.Count | Should -Be 1 -Because $kind
            foreach ($property in Get-Plain $given[$kind]) { $back[0].($property.Name) | Should -Be $property.Value -Because "$kind.$($property.Name)" }
        }
    }

    It 'goes to JSON with its texts and numbers' {
        foreach ($kind in $given.Keys) {
            $json = $given[$kind] | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue | ConvertFrom-Json
            foreach ($property in Get-Plain $given[$kind]) { $json.($property.Name) | Should -Be $property.Value -Because "$kind.$($property.Name)" }
        }
    }

    It 'sorts, groups, measures and selects by its properties' {
        foreach ($kind in $given.Keys) {
            $same = $given[$kind], $given[$kind]
            foreach ($property in Get-Plain $given[$kind]) {
                @($same | Sort-Object $property.Name).Count | Should -Be 2 -Because $kind
                ($same | Group-Object $property.Name).Name | Should -Be $property.Value -Because "$kind.$($property.Name)"
                ($same | Select-Object $property.Name | Measure-Object $property.Name -Minimum).Minimum | Should -Be $property.Value -Because "$kind.$($property.Name)"
            }
        }
    }

    It 'keeps its properties when it is serialised, as remoting does' {
        foreach ($kind in $given.Keys) {
            $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($given[$kind]))
            foreach ($property in Get-Plain $given[$kind]) { $back.($property.Name) | Should -Be $property.Value -Because "$kind.$($property.Name)" }
            $back | Format-Table | Out-String -Width 120 | Should -Be ($given[$kind] | Format-Table | Out-String -Width 120) -Because "$kind is shown as it was"
        }
    }

    It 'keeps its properties through a job' {
        $back = Start-Job {
            Import-Module $using:manifest
            Get-DeadlineResourceHistory 'Cloud spot' -Path $using:samples -EventName UpdateFleet
            Get-DeadlineSignIn -Path $using:samples -MaxEvents 1
            Get-DeadlineTrailEvent -Path $using:samples -MaxEvents 50 | Measure-DeadlineTrailEvent ActorKind | Select-Object -First 1
            Get-DeadlineTrailAction CreateJob
            $asked = $using:asked
            Get-DeadlineTrailSource @asked -Name studio-trail
        } | Receive-Job -Wait -AutoRemoveJob
        $back.Count | Should -Be 5
        $back[0].ActorName | Should -Be $given.ResourceHistoryEntry.ActorName
        $back[0].Changes -join '' | Should -Match 'minWorkerCount'
        $back[1].StartTimeUtc | Should -Be $given.SignIn.StartTimeUtc
        $back[1].Findings -join ',' | Should -Be ($given.SignIn.Findings -join ',')
        $back[2].Count | Should -BeGreaterThan 0
        $back[3].IamAction | Should -Be 'deadline:CreateJob'
        $back[4].S3BucketName | Should -Be 'studio-trail-logs'
    }
}

Describe 'What is done with it' {
    It 'sorts, groups, measures and selects as any object' {
        ($events | Sort-Object EventTime -Descending | Select-Object -First 1).EventId | Should -Be @($events)[0].EventId
        ($events | Group-Object ActorKind | Measure-Object Count -Sum).Sum | Should -Be @($events).Count
        $measured = $events | Measure-DeadlineTrailEvent EventName | Sort-Object Count -Descending
        $grouped = $events | Group-Object EventName | Sort-Object Count -Descending
        $measured[0].Count | Should -Be $grouped[0].Count
        ($events | Select-Object EventName, ActorName -First 2 | Get-Member -MemberType NoteProperty).Name | Should -Be 'ActorName', 'EventName'
    }

    It 'compares times with those of the shell' {
        $given.SignIn.StartTime | Should -BeLessThan (Get-Date)
        ($events | Where-Object { $_.EventTime -gt (Get-Date '2026-03-04T00:00:00Z') } | Measure-Object).Count | Should -BeGreaterThan 0
        (New-TimeSpan -Start $given.TrailMeasure.First -End $given.TrailMeasure.Last).TotalSeconds | Should -BeGreaterOrEqual 0
    }

    It 'reads what the shell wrote, and objects such as those of AWS Tools' {
        $one = $given.TrailEvent
        $path = Join-Path $TestDrive 'one.json'
        Set-Content -LiteralPath $path -Value $one.Raw -Encoding UTF8
        (Get-Content -LiteralPath $path | ConvertFrom-DeadlineTrailLog).EventId | Should -Be $one.EventId
        ([pscustomobject]@{ CloudTrailEvent = $one.Raw } | ConvertFrom-DeadlineTrailLog).EventId | Should -Be $one.EventId
    }

    It 'is told in words where nobody has imported the module' {
        $xml = Join-Path $TestDrive 'elsewhere.xml'
        $given.TrailEvent, $given.SignIn | Export-Clixml -LiteralPath $xml
        $shell = (Get-Process -Id $PID).Path
        $told = & $shell -NoProfile -NonInteractive -Command "`$told = Import-Clixml -LiteralPath '$xml'; `$told[0].EventName; `$told[0].ActorKind; `$told[1].Outcome"
        $told | Should -Be $given.TrailEvent.EventName, $given.TrailEvent.ActorKind, $given.SignIn.Outcome
    }

    It 'is given by parallel runspaces at once' -Tag Parallel {
        if ($PSVersionTable.PSVersion.Major -lt 7) { Set-ItResult -Skipped -Because 'this PowerShell has no ForEach-Object -Parallel'; return }
        $counts = 1..3 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            (Get-DeadlineTrailEvent -Path $using:samples -Access Write -MaxEvents 200 | Measure-DeadlineTrailEvent).Count
        }
        $counts | Should -Be 200, 200, 200

        $kinds = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $asked = $using:asked
            $all = @(
                Get-DeadlineTrailAction CreateJob
                Get-DeadlineResourceHistory 'Cloud spot' -Path $using:samples -EventName UpdateFleet | Select-Object -First 1
                Get-DeadlineSignIn -Path $using:samples -MaxEvents 1
                Get-DeadlineTrailSource @asked -Name studio-trail
            )
            $all.ForEach({ $_.PSObject.TypeNames[0] }) -join ' '
        }
        $kinds | Should -Be (@('DeadlineTrail.TrailAction DeadlineTrail.ResourceHistoryEntry DeadlineTrail.SignIn DeadlineTrail.TrailSource') * 2)
    }
}

Describe 'A bookmark' {
    It 'counts when the export it stands for is complete' {
        $bookmark = Join-Path $TestDrive 'changes.bookmark'
        $csv = Join-Path $TestDrive 'changes.csv'
        Get-DeadlineTrailEvent @asked -Last 1d -BookmarkPath $bookmark -DeferBookmark | Select-Object Summary | Export-Csv -LiteralPath $csv -NoTypeInformation
        @(Import-Csv -LiteralPath $csv).Count | Should -Be 3
        Test-Path -LiteralPath $bookmark | Should -BeFalse
        Complete-DeadlineTrailBookmark $bookmark | Should -BeNullOrEmpty
        Test-Path -LiteralPath $bookmark | Should -BeTrue
        Get-DeadlineTrailEvent @asked -Last 1d -BookmarkPath $bookmark | Should -BeNullOrEmpty
    }

    It 'that no deferred run has left anything for is not completed, and not made' {
        $bookmark = Join-Path $TestDrive 'none.json'
        Complete-DeadlineTrailBookmark -BookmarkPath $bookmark -ErrorAction SilentlyContinue -ErrorVariable failed
        @($failed)[0].FullyQualifiedErrorId | Should -BeLike 'BookmarkNotPending,*'
        @($failed)[0].Exception.Message | Should -BeLike '*none.json.pending*'
        Test-Path -LiteralPath $bookmark | Should -BeFalse
    }
}

Describe 'Sources' {
    It 'are Event history and trails, which tell of every operation whether it is recorded' {
        $sources = @(Get-DeadlineTrailSource @asked)
        $sources.Kind | Should -Be 'EventHistory', 'Trail'
        $sources.Data | Should -Be 'No', 'No'
        ($sources[1].Operations | Where-Object Name -EQ CreateJob).Recorded | Should -Be 'No'
    }

    It 'are checked, and a check has selectors to go on with' {
        $checks = @(Get-DeadlineTrailSource @asked -Name 'Event history' | Test-DeadlineTrailSource @asked)
        ($checks | Where-Object Passed -EQ $true).Name | Should -Contain 'LookupEvents'
        $jobs = $checks | Where-Object Name -EQ JobQuestions
        $jobs.Passed | Should -BeFalse
        ($jobs.Selectors | ConvertFrom-Json).Name | Should -Contain 'Deadline Cloud: AWS::Deadline::Job'
    }

    It 'are not asked for with a profile that does not exist, and the error says so' -ForEach @(
        @{ Command = 'Get-DeadlineTrailSource' }
        @{ Command = 'Test-DeadlineTrailSource' }
    ) {
        $profiles = Join-Path $TestDrive 'credentials'
        Set-Content -LiteralPath $profiles -Value '[other]'
        $failed = { & $Command -ProfileName studio -ProfileLocation $profiles -ErrorAction Stop } | Should -Throw -PassThru
        $failed.FullyQualifiedErrorId | Should -BeLike 'AwsProfileNotFound,*'
        $failed.Exception.Message | Should -BeLike '*studio*'
    }
}
