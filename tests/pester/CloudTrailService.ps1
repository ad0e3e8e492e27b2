# CloudTrail on the machine itself, for those cmdlets that ask AWS: one trail and Event history of one Region. What the service
# answers in all its ways is in tests/DeadlineTrail.Testing; this is as much as it takes to have an object of each kind.

function Open-CloudTrailService([string[]] $Record) {
    # A free port, which somebody else may take before it is listened on.
    $listener = foreach ($attempt in 1..20) {
        $probe = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $probe.Start()
        $port = $probe.LocalEndpoint.Port
        $probe.Stop()
        $one = [System.Net.HttpListener]::new()
        $one.Prefixes.Add("http://localhost:$port/")
        try { $one.Start() } catch [System.Net.HttpListenerException] { continue }
        $one
        break
    }
    if (-not $listener) { throw 'No port of this machine could be listened on.' }

    $shell = [powershell]::Create().AddScript({
            param($Listener, $Record)
            $arn = 'arn:aws:cloudtrail:us-west-2:226587371907:trail/studio-trail'
            $events = foreach ($text in $Record) { @{ EventId = ($text | ConvertFrom-Json).eventID; CloudTrailEvent = $text } }
            $answers = @{
                LookupEvents      = @{ Events = @($events) }
                DescribeTrails    = @{ trailList = @(@{ Name = 'studio-trail'; TrailARN = $arn; S3BucketName = 'studio-trail-logs'; HomeRegion = 'us-west-2'; IsMultiRegionTrail = $true; HasCustomEventSelectors = $true }) }
                GetTrailStatus    = @{ IsLogging = $true }
                GetEventSelectors = @{ TrailARN = $arn; AdvancedEventSelectors = @(@{ Name = 'Management'; FieldSelectors = @(@{ Field = 'eventCategory'; Equals = @('Management') }) }) }
            }
            $caller = '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::226587371907:user/reader</Arn><UserId>AIDAIOSFODNN7EXAMPLE</UserId><Account>226587371907</Account></GetCallerIdentityResult></GetCallerIdentityResponse>'
            while ($Listener.IsListening) {
                try { $context = $Listener.GetContext() } catch { return }
                $response = $context.Response
                $operation = "$($context.Request.Headers['X-Amz-Target'])".Split('.')[-1]
                $answer = if ($answers.ContainsKey($operation)) { $answers[$operation] | ConvertTo-Json -Depth 9 -Compress }
                elseif ($context.Request.Headers['Content-Type'] -like 'application/x-www-form-urlencoded*') { $caller }
                else { $response.StatusCode = 400; '{"__type":"AccessDeniedException","message":"Nothing else is answered here."}' }
                $bytes = [System.Text.Encoding]::UTF8.GetBytes($answer)
                $response.OutputStream.Write($bytes, 0, $bytes.Length)
                $response.Close()
            }
        }).AddArgument($listener).AddArgument($Record)
    [pscustomobject]@{
        Listener = $listener
        Shell    = $shell
        Answer   = $shell.BeginInvoke()

        # To be splatted.
        Asked    = @{ Region = 'us-west-2'; EndpointUrl = @($listener.Prefixes)[0]; AccessKey = 'AKIAIOSFODNN7EXAMPLE'; SecretKey = 'none' }
    }
}

function Close-CloudTrailService($Service) {
    $Service.Listener.Close()
    $null = $Service.Shell.EndInvoke($Service.Answer)
    $Service.Shell.Dispose()
}
