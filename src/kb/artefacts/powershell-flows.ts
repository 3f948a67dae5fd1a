/** What each kind of script does, from top to bottom. They stand on the functions in powershell-parts.ts. */

/** Reading, comparing and writing a step, whatever its kind. Only kinds that a script needs are in its branches. */
export const STEPS = {
	read: String.raw`
function Get-StepState {
    param($Step)
    switch ($Step.Kind) {
@@READ@@
    }
}

function Format-StepState {
    param($Step, $State)
    switch ($Step.Kind) {
@@FORMAT@@
    }
}

function Test-SameState {
    param($Step, $One, $Other)
    switch ($Step.Kind) {
@@SAME@@
    }
}
`,
	write: String.raw`
# The state a step is to have afterwards.
function Get-WantedState {
    param($Step, $Before)
    switch ($Step.Kind) {
@@WANTED@@
    }
}

function Set-StepState {
    param($Step, $State)
    switch ($Step.Kind) {
@@RESTORE@@
    }
}
`,
} as const

export type Branch = 'READ' | 'FORMAT' | 'SAME' | 'WANTED' | 'RESTORE'
export type StepKind = 'value' | 'rule' | 'rights'

export const BRANCHES: Record<StepKind, Record<Branch, string>> = {
	value: {
		READ: String.raw`        'Value' {
            return Get-ValueState -Hive $Step.Hive -Key $Step.Key -Name $Step.Name
        }`,
		FORMAT: String.raw`        'Value' {
            return Format-ValueState $State
        }`,
		SAME: String.raw`        'Value' {
            if (-not $One.exists -or -not $Other.exists) {
                return $One.exists -eq $Other.exists
            }
            return $One.type -eq $Other.type -and $One.hex -eq $Other.hex
        }`,
		WANTED: String.raw`        'Value' {
            if ($Step.Service -ne '' -and -not $Before.exists) {
                Stop-Here 3 "There is no service $($Step.Service) here. Nothing was changed."
            }
            $there = $Step.Hex -ne ''
            return [ordered] @{ exists = $there; type = $Step.Type; hex = $Step.Hex; missing = @() }
        }`,
		RESTORE: String.raw`        'Value' {
            if ($Step.Service -ne '') {
                Set-StartType -Service $Step.Service -Hex $State.hex
            } else {
                Set-ValueState -Hive $Step.Hive -Key $Step.Key -Name $Step.Name -State $State
            }
        }`,
	},
	rule: {
		READ: String.raw`        'Rule' {
            return Get-RuleState $Step.Name
        }`,
		FORMAT: String.raw`        'Rule' {
            return Format-RuleState $State
        }`,
		SAME: String.raw`        'Rule' {
            return (Format-RuleState $One) -eq (Format-RuleState $Other)
        }`,
		WANTED: String.raw`        'Rule' {
            if ($Before.enabled -eq 'True') {
                return $Before
            }
            return [ordered] @{ enabled = 'True'; profile = $RuleProfile -join ', '; remote = @($RemoteAddress) }
        }`,
		RESTORE: String.raw`        'Rule' {
            Set-RuleState -Name $Step.Name -State $State
        }`,
	},
	rights: {
		READ: String.raw`        'Rights' {
            return Get-RightsState -Folder $Step.Folder -Files $Step.Files
        }`,
		FORMAT: String.raw`        'Rights' {
            return @($State.files | ForEach-Object { "$($_.path): $($_.sddl)" }) -join [Environment]::NewLine
        }`,
		SAME: String.raw`        'Rights' {
            return (Format-StepState $Step $One) -eq (Format-StepState $Step $Other)
        }`,
		WANTED: String.raw`        'Rights' {
            $open = @($Before.files | Where-Object { -not (Test-Granted $_.path $Step.Grants) })
            if ($open.Count -eq 0) {
                return $Before
            }
            return $null
        }`,
		RESTORE: String.raw`        'Rights' {
            if ($State) {
                Set-RightsState $State
            } else {
                foreach ($file in @((Get-StepState $Step).files)) {
                    Add-Rights $file.path $Step.Grants
                }
            }
        }`,
	},
}

/** Refusals that look at values: a policy that holds them, and settings that do not go together. */
export const REFUSALS = String.raw`
function Assert-NoPolicy {
    param($Step, $Before)
    if ($Step.Kind -ne 'Value' -or $Force) {
        return
    }
    if ($Step.PolicyName -ne '') {
        $policy = Get-ValueState -Hive $Step.PolicyHive -Key $Step.PolicyKey -Name $Step.PolicyName
        if ($policy.exists) {
            Stop-Here 5 "A policy holds $($Step.PolicyName) = $(Format-ValueState $policy). It beats the local value: change the GPO or the Intune profile. Nothing was changed."
        }
    }
    if ($Step.IsPolicy -and $Before.exists) {
        Stop-Here 5 "$($Step.Name) already stands below a Policies key ($(Format-ValueState $Before)). If a GPO or Intune wrote it, it comes back: change it there. If nobody manages this machine, run again with -Force. Nothing was changed."
    }
}

function Assert-NoConflict {
    param($Step)
    if ($Step.Kind -ne 'Value') {
        return
    }
    foreach ($conflict in $Step.Conflicts) {
        $other = Get-ValueState -Hive $conflict.Hive -Key $conflict.Key -Name $conflict.Name
        if ($other.exists -and $other.hex -eq $conflict.Hex) {
            Stop-Here 8 "$($conflict.Name) is $(Format-ValueState $other). $($conflict.Reason) Nothing was changed."
        }
    }
}
`

export const APPLY = String.raw`
$work = @()
foreach ($step in $Steps) {
    $before = Get-StepState $step
    $wanted = Get-WantedState $step $before
    if ($wanted -and (Test-SameState $step $before $wanted)) {
        Write-Host "Already so: $($step.Label): $(Format-StepState $step $before)"
        continue
    }
    Assert-NoPolicy $step $before
    Assert-NoConflict $step
    $work += @{ Step = $step; Before = $before; Wanted = $wanted }
}
if ($work.Count -eq 0) {
    Write-Host 'Nothing had to be changed.'
    exit 0
}
foreach ($item in $work) {
    Write-Host "To change: $($item.Step.Label)"
    Write-Host "  now:  $(Format-StepState $item.Step $item.Before)"
    if ($item.Wanted) {
        Write-Host "  then: $(Format-StepState $item.Step $item.Wanted)"
    }
}
if (-not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, $Title)) {
    exit 0
}

# What was there goes to a file before anything is written.
$folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateDirectory)
$stamp = [DateTime]::UtcNow.ToString('yyyyMMdd-HHmmss-fff', [Globalization.CultureInfo]::InvariantCulture)
$stateFile = Join-Path -Path $folder -ChildPath "$PlanId.before-$stamp.json"
$entries = @($work | ForEach-Object {
        [ordered] @{ label = $_.Step.Label; before = $_.Before; after = $_.Wanted }
    })
$state = [ordered] @{
    format = 'remote-desktop-error-guide/state/1'
    plan = $PlanId
    page = $Address
    computer = $env:COMPUTERNAME
    captured = $stamp
    entries = $entries
}
$encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
[IO.File]::WriteAllText($stateFile, (ConvertTo-Json -InputObject $state -Depth 8), $encoding)
Write-Host "Captured: $stateFile"

$done = @()
try {
    foreach ($item in $work) {
        $done = @($item) + $done
        Set-StepState $item.Step $item.Wanted
    }
} catch {
    Write-Warning $_.Exception.Message
    foreach ($item in $done) {
        try {
            Set-StepState $item.Step $item.Before
        } catch {
            Write-Warning "Not put back: $($item.Step.Label): $($_.Exception.Message). $stateFile has what was there."
        }
    }
    Stop-Here 1 'Not done. What had been written was put back, unless a line above says otherwise.'
}

$wrong = @()
foreach ($item in $work) {
    $after = Get-StepState $item.Step
    $wanted = Get-WantedState $item.Step $after
    if ($wanted -and (Test-SameState $item.Step $after $wanted)) {
        Write-Host "Verified: $($item.Step.Label): $(Format-StepState $item.Step $after)"
    } else {
        $wrong += $item.Step.Label
    }
}
if ($wrong.Count -gt 0) {
    Stop-Here 6 "Does not read back as written: $($wrong -join '; '). Something else writes it; undo.ps1 puts back what was there."
}
foreach ($note in $Notes) {
    Write-Host $note
}
Write-Host "To undo: undo.ps1 -StateFile '$stateFile'"
exit 0
`

export const UNDO = String.raw`
$folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateDirectory)
if ($StateFile -eq '') {
    $newest = Get-ChildItem -LiteralPath $folder -Filter "$PlanId.before-*.json" -File |
        Sort-Object -Property Name -Descending |
        Select-Object -First 1
    if (-not $newest) {
        Stop-Here 7 "No file $PlanId.before-*.json in $folder. Give -StateFile or -StateDirectory; apply.ps1 named the file. Nothing was changed."
    }
    $StateFile = $newest.FullName
}
$StateFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateFile)
if (-not (Test-Path -LiteralPath $StateFile)) {
    Stop-Here 7 "There is no file $StateFile. Nothing was changed."
}
try {
    $state = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($StateFile))
    $fits = $state.format -eq 'remote-desktop-error-guide/state/1' -and $state.plan -eq $PlanId
} catch {
    $fits = $false
}
if (-not $fits) {
    Stop-Here 7 "$StateFile was not captured by apply.ps1 of $PlanId. Nothing was changed."
}
if ($state.computer -ne $env:COMPUTERNAME -and -not $Force) {
    Stop-Here 3 "$StateFile was captured on $($state.computer). Nothing was changed."
}
Write-Host "Captured: $StateFile"

$work = @()
foreach ($entry in @($state.entries)) {
    $step = $Steps | Where-Object { $_.Label -eq $entry.label } | Select-Object -First 1
    if (-not $step) {
        Stop-Here 7 "$($entry.label) is nothing that this script puts back. Nothing was changed."
    }
    $now = Get-StepState $step
    if (Test-SameState $step $now $entry.before) {
        Write-Host "Already back: $($step.Label): $(Format-StepState $step $now)"
        continue
    }
    if ($entry.after -and -not (Test-SameState $step $now $entry.after) -and -not $Force) {
        Stop-Here 6 "$($step.Label) was changed since: $(Format-StepState $step $now). -Force puts back $(Format-StepState $step $entry.before) all the same. Nothing was changed."
    }
    Write-Host "To put back: $($step.Label)"
    Write-Host "  now:  $(Format-StepState $step $now)"
    Write-Host "  then: $(Format-StepState $step $entry.before)"
    $work += @{ Step = $step; Before = $entry.before; Now = $now }
}
if ($work.Count -gt 0 -and -not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, "Undo: $Title")) {
    exit 0
}
$done = @()
try {
    foreach ($item in $work) {
        $done = @($item) + $done
        Set-StepState $item.Step $item.Before
    }
} catch {
    Write-Warning $_.Exception.Message
    foreach ($item in $done) {
        try {
            Set-StepState $item.Step $item.Now
        } catch {
            Write-Warning "Not as it was before this undo: $($item.Step.Label): $($_.Exception.Message)"
        }
    }
    Stop-Here 1 'Not undone. Everything is as it was before this undo, unless a line above says otherwise.'
}
$wrong = @($work | Where-Object { -not (Test-SameState $_.Step (Get-StepState $_.Step) $_.Before) })
if ($wrong.Count -gt 0) {
    Stop-Here 6 "Does not read back as captured: $(@($wrong | ForEach-Object { $_.Step.Label }) -join '; '). Something else writes it."
}
Write-Host "Back as it was: $($work.Count) changed."
if (-not $WhatIfPreference) {
    # The next undo goes on with the change before this one.
    Move-Item -LiteralPath $StateFile -Destination ($StateFile -replace '\.json$', '.undone')
}
foreach ($note in $Notes) {
    Write-Host $note
}
exit 0
`

export const CHECK = String.raw`
function Write-State {
    param([string] $Name, [string] $Place, [string] $State, [string] $Meaning)
    [pscustomobject] @{ Setting = $Name; Place = $Place; State = $State; Meaning = $Meaning; Page = $Address }
}

foreach ($step in $Steps) {
    $meaning = ''
    try {
        $state = Get-StepState $step
        $shown = Format-StepState $step $state
        if ($step.Kind -eq 'Value') {
            $known = 'absent'
            if ($state.exists) {
                $known = "$($state.type):$($state.hex)"
            }
            $meaning = [string] $step.Meanings[$known]
        }
    } catch {
        $shown = "cannot be read: $($_.Exception.Message)"
    }
    Write-State -Name $step.Setting -Place $step.Label -State $shown -Meaning $meaning
    if ($step.Kind -eq 'Value' -and $step.PolicyName -ne '') {
        $policy = Get-ValueState -Hive $step.PolicyHive -Key $step.PolicyKey -Name $step.PolicyName
        $meaning = 'no policy: the local value counts'
        if ($policy.exists) {
            $meaning = 'the policy beats the local value'
        }
        Write-State -Name $step.Setting -Place $step.PolicyLabel -State (Format-ValueState $policy) -Meaning $meaning
    }
}
`

/** Writes what is there now as a .reg file: raw bytes with the number of their type, so nothing is lost on the way. */
export const CHECK_UNDO_FILE = String.raw`
if ($UndoFile -ne '') {
    $roots = @{ LocalMachine = 'HKEY_LOCAL_MACHINE'; CurrentUser = 'HKEY_CURRENT_USER' }
    $numbers = @{ None = '0'; String = '1'; ExpandString = '2'; Binary = '3'; DWord = '4'; MultiString = '7'; QWord = 'b' }
    $lines = @('Windows Registry Editor Version 5.00', '')
    $lines += "; What was on $env:COMPUTERNAME before a change: $Title"
    $lines += "; $Address"
    foreach ($step in @($Steps | Where-Object { $_.Kind -eq 'Value' })) {
        $state = Get-StepState $step
        $name = '"' + $step.Name.Replace('\', '\\').Replace('"', '\"') + '"'
        $lines += ''
        $lines += '[' + $roots[$step.Hive] + '\' + $step.Key + ']'
        if ($state.exists) {
            $pairs = [regex]::Replace($state.hex, '(..)(?=.)', '$1,')
            $lines += $name + '=hex(' + $numbers[$state.type] + '):' + $pairs
        } else {
            $lines += $name + '=-'
        }
    }
    $lines += ''
    $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($UndoFile)
    $text = ($lines -join [Environment]::NewLine) + [Environment]::NewLine
    [IO.File]::WriteAllText($path, $text, [Text.Encoding]::Unicode)
    Write-Host "Written: $path. Importing it puts back what is there now."
}
`

export const TEST = String.raw`
$before = @{}
foreach ($step in $Steps) {
    $state = Get-StepState $step
    Assert-NoPolicy $step $state
    Assert-NoConflict $step
    if ($state.exists -and $state.hex -eq $step.Hex) {
        Stop-Here 6 "$($step.Label) already is $(Format-ValueState $state). This is no test: set it back to a safe value first. Nothing was changed."
    }
    $before[$step.Label] = $state
    Write-Host "Now: $($step.Label): $(Format-StepState $step $state)"
}
Write-Warning "For $Minutes minutes: $Risk"
if (-not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, "$Title, for $Minutes minutes")) {
    exit 0
}

# The way back is a task of the system, in place before anything is weakened: it runs at the end, and at the next start.
$lines = @()
foreach ($step in $Steps) {
    $state = $before[$step.Label]
    $path = "HKLM:\$($step.Key)"
    if ($state.exists) {
        if ($state.type -ne 'DWord') {
            Stop-Here 3 "$($step.Label) has the type $($state.type), not DWord: something is wrong here already. Nothing was changed."
        }
        $number = [BitConverter]::ToInt32([byte[]] (ConvertFrom-Hex $state.hex), 0)
        $lines += "Set-ItemProperty -LiteralPath '$path' -Name '$($step.Name)' -Type DWord -Value ($number)"
    } else {
        $lines += "Remove-ItemProperty -LiteralPath '$path' -Name '$($step.Name)' -ErrorAction SilentlyContinue"
    }
}
$task = "Remote Desktop Error Guide: restore $PlanId"
$lines += "Unregister-ScheduledTask -TaskName '$task' -Confirm:" + '$false'
$encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($lines -join '; '))
$action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument "-NoProfile -NonInteractive -EncodedCommand $encoded"
$end = (Get-Date).AddMinutes($Minutes)
$triggers = @((New-ScheduledTaskTrigger -Once -At $end), (New-ScheduledTaskTrigger -AtStartup))
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
$null = Register-ScheduledTask -TaskName $task -Action $action -Trigger $triggers -Settings $settings -User 'SYSTEM' -RunLevel Highest -Force
Write-Host "In place: the task '$task' restores it at $($end.ToShortTimeString()) and at the next start of Windows."

$restored = $false
try {
    foreach ($step in $Steps) {
        Set-StepState $step (Get-WantedState $step $before[$step.Label])
    }
    Write-Host 'Connect now, with a test account, from a network you trust. Ctrl+C ends the test early.'
    Write-Host $Learn
    while ((Get-Date) -lt $end) {
        Start-Sleep -Seconds 5
    }
} finally {
    foreach ($step in $Steps) {
        Set-StepState $step $before[$step.Label]
    }
    $wrong = @($Steps | Where-Object { -not (Test-SameState $_ (Get-StepState $_) $before[$_.Label]) })
    $restored = $wrong.Count -eq 0
    if ($restored) {
        Unregister-ScheduledTask -TaskName $task -Confirm:$false -ErrorAction SilentlyContinue
        Write-Host 'Restored, and read back.'
    }
}
if (-not $restored) {
    Stop-Here 6 "Not restored yet. The task '$task' tries again; check it."
}
exit 0
`
