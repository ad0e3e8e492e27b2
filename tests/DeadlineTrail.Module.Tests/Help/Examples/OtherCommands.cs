namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>
/// Commands of PowerShell and of AWS Tools that examples use and a bare engine does not have: as much of each as the
/// examples need. The objects they give have the names of the real ones, so that the engine's own views show them.
/// </summary>
internal static class OtherCommands
{
    internal const string Definitions = """
        function Get-ChildItem { [CmdletBinding()] param([string] $Path = '.', [string] $Filter = '*', [switch] $Recurse, [switch] $File)
            $folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
            $depth = if ($Recurse) { 'AllDirectories' } else { 'TopDirectoryOnly' }
            foreach ($found in [IO.Directory]::GetFiles($folder, $Filter, $depth)) { [IO.FileInfo]::new($found) } }
        function Get-Content { [CmdletBinding()] param([string] $Path, [switch] $Raw)
            $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
            if ($Raw) { [IO.File]::ReadAllText($file) } else { [IO.File]::ReadAllLines($file) } }
        function Set-Content { [CmdletBinding()] param([string] $Path, [Parameter(ValueFromPipeline)] $Value) process { $null = $Value } }
        function Get-Date { [datetime]::Now }
        function Select-Object { [CmdletBinding()] param([Parameter(Position = 0)] [object[]] $Property, [string] $ExpandProperty, [int] $First, [Parameter(ValueFromPipeline)] $InputObject)
            begin { $given = 0 }
            process {
                if ($First -and $given -ge $First) { return }
                $given++
                if ($ExpandProperty) { $InputObject.$ExpandProperty; return }
                if (-not $Property) { $InputObject; return }
                $new = [ordered]@{}
                foreach ($one in $Property) {
                    $set = if ($one -is [string]) { $InputObject.PSObject.Members[$one] }
                    if ($set -is [System.Management.Automation.PSPropertySet]) { foreach ($name in $set.ReferencedPropertyNames) { $new[$name] = $InputObject.$name } }
                    elseif ($one -is [string]) { $new[$one] = $InputObject.$one }
                    else { $new[$one.Name] = $InputObject | ForEach-Object $one.Expression } }
                [pscustomobject] $new } }
        function Sort-Object { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Property, [switch] $Descending, [Parameter(ValueFromPipeline)] $InputObject)
            begin { $all = [Collections.Generic.List[object]]::new() } process { $all.Add($InputObject) }
            end { $key = [Func[object, object]] { $args[0].$Property }
                if ($Descending) { [Linq.Enumerable]::OrderByDescending($all, $key) } else { [Linq.Enumerable]::OrderBy($all, $key) } } }
        function Group-Object { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Property, [switch] $NoElement, [Parameter(ValueFromPipeline)] $InputObject)
            begin { $groups = [Collections.Generic.SortedDictionary[string, object]]::new() }
            process { $name = "$($InputObject.$Property)"; if (-not $groups.ContainsKey($name)) { $groups[$name] = [Collections.Generic.List[object]]::new() }; $groups[$name].Add($InputObject) }
            end { foreach ($group in $groups.GetEnumerator()) {
                $new = [pscustomobject]@{ Count = $group.Value.Count; Name = $group.Key; Group = $group.Value }
                $new.PSObject.TypeNames.Insert(0, $(if ($NoElement) { 'Microsoft.PowerShell.Commands.GroupInfoNoElement' } else { 'Microsoft.PowerShell.Commands.GroupInfo' }))
                $new } } }
        function Measure-Object { [CmdletBinding()] param([Parameter(ValueFromPipeline)] $InputObject) begin { $n = 0 } process { $n++ } end { [pscustomobject]@{ Count = $n } } }
        function Export-Csv { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [switch] $NoTypeInformation, [switch] $Append, [string] $Encoding, [Parameter(ValueFromPipeline)] $InputObject) process { $global:kept++ } }
        function New-ScheduledTaskAction { [CmdletBinding()] param([string] $Execute, [string] $Argument, [string] $WorkingDirectory) "$Execute $Argument" }
        function New-ScheduledTaskTrigger { [CmdletBinding()] param([switch] $Once, [datetime] $At, [timespan] $RepetitionInterval) "$At $RepetitionInterval" }
        function New-ScheduledTaskSettingsSet { [CmdletBinding()] param([string] $MultipleInstances, [timespan] $ExecutionTimeLimit, [switch] $StartWhenAvailable) "$MultipleInstances $ExecutionTimeLimit" }
        function Register-ScheduledTask { [CmdletBinding()] param([Parameter(Mandatory)] [string] $TaskName, [Parameter(Mandatory)] [string] $Action, [Parameter(Mandatory)] [string] $Trigger, [Parameter(Mandatory)] [string] $Settings, [string] $User, [string] $Password) $global:kept++ }
        function New-TimeSpan { [CmdletBinding()] param([int] $Minutes, [int] $Hours) [timespan]::new($Hours, $Minutes, 0) }
        function Find-CTEvent { [CmdletBinding()] param([object[]] $LookupAttribute, [datetime] $StartTime, [string] $Region)
            Get-DeadlineTrailEvent -Path docs/samples -EventName $LookupAttribute[0].AttributeValue | ForEach-Object { [pscustomobject]@{ EventId = $_.EventId; CloudTrailEvent = $_.Raw } } }
        function Get-ADCQueueList { [CmdletBinding()] param([string] $FarmId)
            Get-DeadlineTrailEvent -EventName CreateQueue -Last 30d | Where-Object FarmId -EQ $FarmId | ForEach-Object { [pscustomobject]@{ FarmId = $_.FarmId; QueueId = $_.ResponseElements.queueId; DisplayName = $_.RequestParameters.displayName } } }
        """;
}
