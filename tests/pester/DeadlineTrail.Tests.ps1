# Events in a real shell: what Utility and Management cmdlets and jobs make of them. The cases that the
# engine alone can show are in tests/DeadlineTrail.Module.Tests and not repeated here.

BeforeAll {
    $manifest = if ($env:DEADLINETRAIL_MANIFEST) { $env:DEADLINETRAIL_MANIFEST } else { Join-Path $PSScriptRoot '../../DeadlineTrail.psd1' }
    $manifest = (Resolve-Path $manifest).Path
    Import-Module $manifest -Force -ErrorAction Stop

    function ConvertTo-Record($Minute, $Name, $Caller) {
        '{{"eventVersion":"1.11","eventTime":"2026-03-02T10:{0:d2}:00Z","eventSource":"deadline.amazonaws.com","eventName":"{1}","awsRegion":"us-west-2","sourceIPAddress":"192.0.2.10","userAgent":"aws-cli/2.15.0","requestParameters":{{"farmId":"farm-0f0e0d0c0b0a09080706050403020100","displayName":"Film, \"one\""}},"responseElements":null,"eventID":"00000000-0000-4000-8000-0000000000{0:d2}","eventType":"AwsApiCall","recipientAccountId":"111122223333","userIdentity":{{"type":"IAMUser","userName":"{2}","accountId":"111122223333"}}}}' -f $Minute, $Name, $Caller
    }

    $logs = Join-Path $TestDrive 'logs [2026]'
    [void][System.IO.Directory]::CreateDirectory($logs)
    [void][System.IO.Directory]::CreateDirectory((Join-Path $TestDrive 'empty'))
    $older = Join-Path $logs 'older.json'
    $newer = Join-Path $logs 'newer.json'
    [System.IO.File]::WriteAllText($older, '{"Records":[' + (ConvertTo-Record 1 'CreateFarm' 'mia') + ',' + (ConvertTo-Record 2 'UpdateFarm' 'mia') + ']}')
    [System.IO.File]::WriteAllText($newer, (ConvertTo-Record 3 'DeleteFarm' 'rosa') + "`n" + (ConvertTo-Record 4 'GetFarm' 'mia') + "`n")
    $all = Get-DeadlineTrailEvent -LiteralPath $logs
}

Describe 'Files from the shell' {
    It 'come from Get-ChildItem, whatever is in their names' {
        (Get-ChildItem -LiteralPath $logs | Get-DeadlineTrailEvent).EventName | Should -Be 'GetFarm', 'DeleteFarm', 'UpdateFarm', 'CreateFarm'
        (Get-Item -LiteralPath $older | Get-DeadlineTrailEvent).Count | Should -Be 2
    }

    It 'are none in an empty folder, and that is no error' {
        Get-ChildItem -LiteralPath (Join-Path $TestDrive 'empty') | Get-DeadlineTrailEvent -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'are read relative to where the shell stands' {
        Push-Location -LiteralPath $logs
        try { (Get-DeadlineTrailEvent older.json).Count | Should -Be 2 } finally { Pop-Location }
    }

    It 'come as text, by lines and whole, and as bytes' {
        (Get-Content -LiteralPath $newer | ConvertFrom-DeadlineTrailLog).Count | Should -Be 2
        (Get-Content -LiteralPath $older -Raw | ConvertFrom-DeadlineTrailLog).Count | Should -Be 2
        $bytes = if ($PSVersionTable.PSEdition -eq 'Desktop') { Get-Content -LiteralPath $older -Encoding Byte } else { Get-Content -LiteralPath $older -AsByteStream }
        ($bytes | ConvertFrom-DeadlineTrailLog).Count | Should -Be 2
    }
}

Describe 'Events in the shell' {
    It 'end with Select-Object -First' {
        (Get-DeadlineTrailEvent -LiteralPath $logs | Select-Object -First 1).EventName | Should -Be 'GetFarm'
    }

    It 'are sorted, grouped and measured by their properties' {
        ($all | Sort-Object EventTime).EventName | Select-Object -First 1 | Should -Be 'CreateFarm'
        ($all | Group-Object ActorName -NoElement | Sort-Object Count -Descending)[0].Name | Should -Be 'mia'
        ($all | Where-Object EventTime -lt (Get-Date)).Count | Should -Be 4
        (@($all)[0].EventTime -lt (Get-Date)) -and ((Get-Date) -gt @($all)[0].EventTime) | Should -BeTrue
    }

    It 'go to CSV and back by their summary' {
        $csv = Join-Path $TestDrive 'events.csv'
        $all | Select-Object Summary | Export-Csv -LiteralPath $csv -NoTypeInformation
        $back = @(Import-Csv -LiteralPath $csv)
        $back.Count | Should -Be 4
        $back[0].EventName | Should -Be 'GetFarm'
        $back[0].EventTimeUtc | Should -Be '2026-03-02T10:04:00Z'
        $back[0].ResourceName | Should -Be @($all)[0].ResourceName
        $back[0].PSObject.Properties.Name | Should -Not -Contain 'Raw'
    }

    It 'go to JSON with words, not numbers, for what they are' {
        $json = @($all)[0] | Select-Object EventName, EventTimeUtc, ActorKind, Succeeded | ConvertTo-Json
        $json | Should -Match '"ActorKind":\s*"IamUser"'
        $json | Should -Match '"Succeeded":\s*true'
        (@($all)[0].Raw | ConvertFrom-Json).eventName | Should -Be 'GetFarm'
    }

    It 'are events again after CliXml' {
        $xml = Join-Path $TestDrive 'events.xml'
        $all | Export-Clixml -LiteralPath $xml
        $back = @(Import-Clixml -LiteralPath $xml)
        $back[0] | Should -BeOfType ([DeadlineTrail.TrailEvent])
        $back[0].RequestParameters.displayName | Should -Be 'Film, "one"'
        ($back | Get-DeadlineTrailEvent -Actor rosa).EventName | Should -Be 'DeleteFarm'
    }

    It 'come out of a job as events' {
        $job = Start-Job { Import-Module $using:manifest; Get-DeadlineTrailEvent -LiteralPath $using:logs }
        $back = @($job | Wait-Job | Receive-Job)
        Remove-Job $job
        $back.Count | Should -Be 4
        $back[0].EventTime | Should -BeOfType ([datetime])
        $back[0].EventTime | Should -Be @($all)[0].EventTime
        $back[0].RequestParameters.displayName | Should -Be 'Film, "one"'
    }

    It 'stand in a table and in a list' {
        $table = $all | Out-String -Width 120
        $table | Should -Match 'Time\s+Event\s+Actor\s+Resource\s+Address\s+Result'
        $table | Should -Match 'DeleteFarm\s+rosa'
        $all | Format-Table EventName, ActorName | Out-String | Should -Match 'GetFarm\s+mia'
        @($all)[0] | Format-List | Out-String | Should -Match 'Event\s+:\s+GetFarm'
    }
}
