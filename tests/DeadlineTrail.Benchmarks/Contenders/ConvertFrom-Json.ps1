# Every record of Deadline Cloud, the way it is done without a module. Hashtables, because CloudTrail has records whose
# keys differ only by case, which ConvertFrom-Json refuses to make objects of.
param([string] $List)

$count = 0
foreach ($path in [IO.File]::ReadAllText($List).Split([char] 0)) {
    $gzip = [IO.Compression.GZipStream]::new([IO.File]::OpenRead($path), [IO.Compression.CompressionMode]::Decompress)
    $reader = [IO.StreamReader]::new($gzip)
    $log = $reader.ReadToEnd() | ConvertFrom-Json -AsHashtable
    $reader.Dispose()
    foreach ($record in $log.Records) {
        if ($record.eventSource -eq 'deadline.amazonaws.com') { $count++ }
    }
}
$count
