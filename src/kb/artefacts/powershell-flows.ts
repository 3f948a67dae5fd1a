/** What each kind of script does, from top to bottom. They stand on the functions in powershell-parts.ts. */

/** What can be done with a step, whatever its kind; each function gets the branches of the kinds that a plan has. */
export const STEP_FUNCTIONS = {
	read: {
		params: '$Step',
		text: 'function Get-StepState',
	},
	format: {
		params: '$Step, $State',
		text: 'function Format-StepState',
	},
	same: {
		params: '$Step, $Now, $State',
		text: '# Whether a step is now as a state says: one to be written, or one from a file.\nfunction Test-SameState',
	},
	wanted: {
		params: '$Step, $Before',
		text: '# The state a step is to have afterwards.\nfunction Get-WantedState',
	},
	restore: {
		params: '$Step, $State',
		text: 'function Set-StepState',
	},
} as const
export type StepFunction = keyof typeof STEP_FUNCTIONS

/** Values of a plan that also sets start types of services have branches of their own. */
export type StepKind = 'value' | 'service' | 'rule' | 'rights'

const VALUE: Record<StepFunction, string> = {
	read: `        'Value' {
            return Get-ValueState -Hive $Step.Hive -Key $Step.Key -Name $Step.Name
        }`,
	format: `        'Value' {
            return Format-ValueState $State
        }`,
	same: `        'Value' {
            if (-not $Now.exists -or -not $State.exists) {
                return $Now.exists -eq $State.exists
            }
            return $Now.type -eq $State.type -and $Now.hex -eq $State.hex
        }`,
	wanted: `        'Value' {
            $there = $Step.Hex -ne ''
            return [ordered] @{ exists = $there; type = $Step.Type; hex = $Step.Hex; missing = @() }
        }`,
	restore: `        'Value' {
            Set-ValueState -Hive $Step.Hive -Key $Step.Key -Name $Step.Name -State $State
        }`,
}

export const BRANCHES: Record<StepKind, Record<StepFunction, string>> = {
	value: VALUE,
	service: {
		...VALUE,
		wanted: `        'Value' {
            if ($Step.Service -ne '' -and $Before.hex -ne $Step.Hex) {
                Assert-StartType $Step $Before
            }
            $there = $Step.Hex -ne ''
            return [ordered] @{ exists = $there; type = $Step.Type; hex = $Step.Hex; missing = @() }
        }`,
		restore: `        'Value' {
            if ($Step.Service -ne '') {
                Set-StartType -Service $Step.Service -Hex $State.hex
            } else {
                Set-ValueState -Hive $Step.Hive -Key $Step.Key -Name $Step.Name -State $State
            }
        }`,
	},
	rule: {
		read: `        'Rule' {
            return Get-RuleState $Step.Name
        }`,
		format: `        'Rule' {
            return Format-RuleState $State
        }`,
		same: `        'Rule' {
            return (Format-RuleState $Now) -eq (Format-RuleState $State)
        }`,
		wanted: `        'Rule' {
            if (-not $Before.exists) {
                Stop-Here 3 "There is no firewall rule $($Step.Name) on this machine. Nothing was changed."
            }
            if ($Before.enabled -eq 'True') {
                return $Before
            }
            $owned = @(Get-NetFirewallProfile -PolicyStore ActiveStore -Name $RuleProfile -ErrorAction Stop |
                    Where-Object { [string] $_.AllowLocalFirewallRules -eq 'False' })
            if ($owned.Count -gt 0 -and -not $Override) {
                Stop-Here 5 "A policy ignores the firewall rules of this machine in the profile $(@($owned | ForEach-Object { $_.Name }) -join ', '): open the port in that policy. Nothing was changed."
            }
            return [ordered] @{ exists = $true; enabled = 'True'; profile = $RuleProfile -join ', '; remote = @($RemoteAddress) }
        }`,
		restore: `        'Rule' {
            Set-RuleState -Name $Step.Name -State $State
        }`,
	},
	rights: {
		read: `        'Rights' {
            return Get-RightsState -Folder $Step.Folder -Files $Step.Files
        }`,
		format: `        'Rights' {
            $lines = @($State.files | ForEach-Object { "$($_.path): $($_.sddl)" })
            if ($lines.Count -eq 0) {
                return 'no such file'
            }
            return $lines -join [Environment]::NewLine
        }`,
		same: `        'Rights' {
            return Test-SameRights $Now $State
        }`,
		wanted: `        'Rights' {
            $wanted = [ordered] @{ files = @() }
            foreach ($file in @($Before.files)) {
                $wanted.files += [ordered] @{ path = $file.path; sddl = Add-Grants $file.sddl $Step.Grants }
            }
            return $wanted
        }`,
		restore: `        'Rights' {
            Set-RightsState -Folder $Step.Folder -Files $Step.Files -State $State
        }`,
	},
}

/** Refusals that look at values: a policy that holds them, and settings that do not go together. */
export const REFUSALS = `
function Assert-NoPolicy {
    param($Step, $Before, $Same)
    if ($Step.Kind -ne 'Value' -or $Override) {
        return
    }
    if ($Step.PolicyName -ne '') {
        $policy = Get-ValueState -Hive $Step.PolicyHive -Key $Step.PolicyKey -Name $Step.PolicyName
        if ($policy.exists) {
            Stop-Here 5 "A policy holds $($Step.PolicyName) = $(Format-ValueState $policy). It beats the local value: change the GPO or the Intune profile. Nothing was changed."
        }
    }
    if ($Step.IsPolicy -and $Before.exists -and -not $Same) {
        Stop-Here 5 "$($Step.Name) already stands below a Policies key ($(Format-ValueState $Before)). If a GPO or Intune wrote it, it comes back: change it there. If nobody manages this machine, run again with -Override. Nothing was changed."
    }
}

# Hex of a value that is not there is empty.
function Assert-NotWeaker {
    param($Step, $Before)
    if ($Step.Kind -eq 'Value' -and -not $Override -and $Step.Stricter -contains $Before.hex) {
        Stop-Here 9 "$($Step.Name) is $(Format-ValueState $Before) here, which is stricter. Find out who wants it so; -Override writes the weaker data all the same. Nothing was changed."
    }
}

function Assert-NoConflict {
    param($Step)
    if ($Step.Kind -ne 'Value') {
        return
    }
    foreach ($conflict in $Step.Conflicts) {
        # What this script writes itself is no conflict: both go together.
        $own = @($Steps | Where-Object {
                $_.Kind -eq 'Value' -and $_.Hive -eq $conflict.Hive -and $_.Key -eq $conflict.Key -and $_.Name -eq $conflict.Name
            })
        if ($own.Count -gt 0) {
            continue
        }
        $other = Get-ValueState -Hive $conflict.Hive -Key $conflict.Key -Name $conflict.Name
        # No bytes: the conflict is that there is no such value.
        if ($other.hex -eq $conflict.Hex -and $other.exists -eq ($conflict.Hex -ne '')) {
            Stop-Here 8 "$($conflict.Name) is $(Format-ValueState $other). $($conflict.Reason) Nothing was changed."
        }
    }
}
`

/** Both ways write through it. `finally` also runs after Ctrl+C, which `catch` does not. */
const WRITE = `
# Writes every item. After an error, or Ctrl+C, puts back what was there, last item first.
function Write-Items {
    param($Items)
    $done = @()
    $complete = $false
    try {
        foreach ($item in $Items) {
            $done = @($item) + $done
            $null = Set-StepState $item.Step $item.Wanted
        }
        $complete = $true
    } catch {
        Write-Warning $_.Exception.Message
    } finally {
        if (-not $complete) {
            foreach ($item in $done) {
                try {
                    $null = Set-StepState $item.Step $item.Before
                } catch {
                    Write-Warning "Not put back, if it was written at all (check.ps1 shows it): $($item.Step.Label): $($_.Exception.Message)"
                }
            }
        }
    }
    return $complete
}

# Windows PowerShell does not know $PSScriptRoot yet where parameters get their defaults.
if ($StateDirectory -eq '') {
    $StateDirectory = $PSScriptRoot
}
if ($StateDirectory -eq '') {
    $StateDirectory = (Get-Location).Path
}
$folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateDirectory)
`

export const APPLY =
	WRITE +
	`
$work = @()
foreach ($step in $Steps) {
    $before = Get-StepState $step
    $wanted = Get-WantedState $step $before
    $same = Test-SameState $step $before $wanted
    # A right value below a policy that says otherwise is no success.
    Assert-NoPolicy $step $before $same
    if ($same) {
        Write-Host "Already so: $($step.Label): $(Format-StepState $step $before)"
        continue
    }
    Assert-NotWeaker $step $before
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
    Write-Host "  then: $(Format-StepState $item.Step $item.Wanted)"
}
if (-not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, $Title)) {
    exit 0
}

# What was there goes to a file before anything is written.
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
    user = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    captured = $stamp
    entries = $entries
}
$encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
try {
    [IO.File]::WriteAllText($stateFile, (ConvertTo-Json -InputObject $state -Depth 8), $encoding)
} catch {
    Stop-Here 1 "What is there now could not be written down: $($_.Exception.Message) Name a folder with -StateDirectory. Nothing was changed."
}
Write-Host "Captured: $stateFile"

$Told = "undo.ps1 -StateFile '$stateFile' puts back what was there."
if (-not (Write-Items $work)) {
    Stop-Here 1 "Not done. What had been written was put back, unless a line above says otherwise; $stateFile has what was there."
}
$wrong = @()
foreach ($item in $work) {
    $after = Get-StepState $item.Step
    if (Test-SameState $item.Step $after $item.Wanted) {
        Write-Host "Verified: $($item.Step.Label): $(Format-StepState $item.Step $after)"
    } else {
        $wrong += $item.Step.Label
        Write-Warning "$($item.Step.Label) reads back as: $(Format-StepState $item.Step $after)"
    }
}
if ($wrong.Count -gt 0) {
    Stop-Here 6 "Written, but not all of it reads back as written: $($wrong -join '; '). Look for what else writes it. $Told"
}
foreach ($note in $Notes) {
    Write-Host $note
}
$undo = 'undo.ps1'
if ($PSCommandPath -match 'apply[^\\\\/]*$') {
    # The last "apply" of the name; folders are left alone.
    $undo = $PSCommandPath -replace 'apply(?!.*apply)(?=[^\\\\/]*$)', 'undo'
}
# In double quotes, cmd.exe understands it too.
Write-Host "To undo: powershell.exe -NoProfile -ExecutionPolicy Bypass -File ""$undo"" -StateFile ""$stateFile"""
exit 0
`

export const UNDO =
	WRITE +
	`
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
if (-not (Test-Path -LiteralPath $StateFile -PathType Leaf)) {
    Stop-Here 7 "There is no file $StateFile. Nothing was changed."
}
try {
    $state = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($StateFile))
    $fits = $state.format -eq 'remote-desktop-error-guide/state/1' -and $state.plan -eq $PlanId
    $entries = @($state.entries)
    $computer = [string] $state.computer
    $user = [string] $state.user
} catch {
    $fits = $false
}
if (-not $fits) {
    Stop-Here 7 "$StateFile was not captured by apply.ps1 of $PlanId. Nothing was changed."
}
if ($computer -ne $env:COMPUTERNAME -and -not $Force) {
    Stop-Here 3 "$StateFile was captured on $computer; this is $env:COMPUTERNAME. -Force if the machine was renamed. Nothing was changed."
}
$ofUser = @($Steps | Where-Object { $_.Kind -eq 'Value' -and $_.Hive -eq 'CurrentUser' })
if ($ofUser.Count -gt 0 -and $user -ne [Security.Principal.WindowsIdentity]::GetCurrent().User.Value -and -not $Force) {
    Stop-Here 3 "$StateFile has the values of another user ($user): run it as that user. Nothing was changed."
}
Write-Host "Captured: $StateFile"

$work = @()
foreach ($entry in $entries) {
    $step = $Steps | Where-Object { $_.Label -eq $entry.label } | Select-Object -First 1
    if (-not $step) {
        Stop-Here 7 "$($entry.label) is nothing that this script puts back. Nothing was changed."
    }
    $now = Get-StepState $step
    if (Test-SameState $step $now $entry.before) {
        Write-Host "Already back: $($step.Label): $(Format-StepState $step $now)"
        continue
    }
    if (-not (Test-SameState $step $now $entry.after) -and -not $Force) {
        Stop-Here 6 "$($step.Label) was changed since: $(Format-StepState $step $now). -Force puts back $(Format-StepState $step $entry.before) all the same. Nothing was changed."
    }
    Write-Host "To put back: $($step.Label)"
    Write-Host "  now:  $(Format-StepState $step $now)"
    Write-Host "  then: $(Format-StepState $step $entry.before)"
    $work += @{ Step = $step; Before = $now; Wanted = $entry.before }
}
if ($work.Count -gt 0 -and -not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, "Undo: $Title")) {
    exit 0
}
$Told = 'Run undo.ps1 again: it goes on where this one stopped.'
if (-not (Write-Items $work)) {
    Stop-Here 1 'Not undone. Everything is as it was before this undo, unless a line above says otherwise.'
}
$wrong = @($work | Where-Object { -not (Test-SameState $_.Step (Get-StepState $_.Step) $_.Wanted) })
if ($wrong.Count -gt 0) {
    Stop-Here 6 "Written, but not all of it reads back as captured: $(@($wrong | ForEach-Object { $_.Step.Label }) -join '; '). Look for what else writes it."
}
Write-Host "Back as it was: $($work.Count) put back, $($entries.Count - $work.Count) already so."
if (-not $WhatIfPreference -and $StateFile -like '*.json') {
    # Without -StateFile, the next undo goes on with the change before this one.
    try {
        [IO.File]::Move($StateFile, "$StateFile.undone")
    } catch {
        Write-Warning "The file could not be renamed to $StateFile.undone: $($_.Exception.Message) Rename it before the next undo."
    }
}
foreach ($note in $Notes) {
    Write-Host $note
}
exit 0
`

export const CHECK = `
function Write-State {
    param([string] $Name, [string] $Place, [string] $State, [string] $Meaning)
    [pscustomobject] @{ Setting = $Name; Place = $Place; State = $State; Meaning = $Meaning; Page = $Address }
}

if (@($Steps | Where-Object { $_.Kind -eq 'Value' -and $_.Hive -eq 'CurrentUser' }).Count -gt 0) {
    Write-Host "HKCU is read for $([Security.Principal.WindowsIdentity]::GetCurrent().Name)."
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
        $meaning = ''
        try {
            $policy = Get-ValueState -Hive $step.PolicyHive -Key $step.PolicyKey -Name $step.PolicyName
            $shown = Format-ValueState $policy
            $meaning = 'no policy: the local value counts'
            if ($policy.exists) {
                $meaning = 'the policy beats the local value'
            }
        } catch {
            $shown = "cannot be read: $($_.Exception.Message)"
        }
        Write-State -Name $step.Setting -Place $step.PolicyLabel -State $shown -Meaning $meaning
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

/**
 * The window may be closed, the script killed, Windows restarted: the task restores all the same, a minute after the
 * script itself would have. It is registered before anything is weakened, and the script takes it away only after it
 * has read back what it restored.
 */
export const TEST = String.raw`
$task = "Remote Desktop Error Guide - restore $PlanId"
if (@(Get-ScheduledTask -TaskName $task -ErrorAction SilentlyContinue).Count -gt 0) {
    Stop-Here 6 "An earlier test has not been restored yet. Wait, or run: Start-ScheduledTask -TaskName '$task'. Nothing was changed."
}
$before = @{}
$weakened = @()
$lines = @('$ErrorActionPreference = ''Stop''')
foreach ($step in $Steps) {
    $state = Get-StepState $step
    Assert-NoPolicy $step $state
    Assert-NoConflict $step
    if (@($state.missing).Count -gt 0) {
        Stop-Here 3 "There is no key for $($step.Label): the listener is damaged. Nothing was changed."
    }
    $path = "HKLM:\$($step.Key)"
    if ($state.exists) {
        if ($state.type -ne 'DWord') {
            Stop-Here 3 "$($step.Label) has the type $($state.type), not DWord: something is wrong here already. Nothing was changed."
        }
        if ($state.hex -eq $step.Hex -and $step.Setting -ne $PlanId) {
            Write-Host "Already so, and left alone: $($step.Label)"
            continue
        }
        if ($state.hex -eq $step.Hex) {
            Stop-Here 6 "$($step.Label) already is $(Format-ValueState $state). This is no test: set it back to a safe value first. Nothing was changed."
        }
        $number = [BitConverter]::ToInt32([byte[]] (ConvertFrom-Hex $state.hex), 0)
        $lines += "Set-ItemProperty -LiteralPath '$path' -Name '$($step.Name)' -Type DWord -Value ($number)"
    } else {
        $lines += "Remove-ItemProperty -LiteralPath '$path' -Name '$($step.Name)' -ErrorAction SilentlyContinue"
    }
    $before[$step.Label] = $state
    $weakened += $step
    Write-Host "Now: $($step.Label): $(Format-StepState $step $state)"
}
if (-not [Environment]::UserInteractive -and -not $WhatIfPreference -and -not $PSBoundParameters.ContainsKey('Confirm')) {
    Stop-Here 3 'Nobody can answer here. Add -Confirm:$false (with powershell.exe -Command) if you mean it. Nothing was changed.'
}
Write-Warning "For $Minutes minutes: $Risk"
if (-not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, "$Title, for $Minutes minutes")) {
    exit 0
}

# The way back is a task of the system, in place before anything is weakened. It runs a minute after the end of the test
# and at the next start of Windows, and takes itself away once it has restored everything.
$lines += "Unregister-ScheduledTask -TaskName '$task' -Confirm:" + '$false'
$command = '-NoProfile -NonInteractive -Command "' + ($lines -join '; ') + '"'
$powershell = Join-Path -Path ([Environment]::SystemDirectory) -ChildPath 'WindowsPowerShell\v1.0\powershell.exe'
$action = New-ScheduledTaskAction -Execute $powershell -Argument $command
$late = (Get-Date).AddMinutes($Minutes + 1)
$triggers = @((New-ScheduledTaskTrigger -Once -At $late), (New-ScheduledTaskTrigger -AtStartup))
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
$system = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
$null = Register-ScheduledTask -TaskName $task -Action $action -Trigger $triggers -Settings $settings -Principal $system -ErrorAction Stop
$found = Get-ScheduledTask -TaskName $task -ErrorAction Stop
if ($found.State -ne 'Ready' -or @($found.Triggers).Count -ne 2) {
    Unregister-ScheduledTask -TaskName $task -Confirm:$false -ErrorAction SilentlyContinue
    Stop-Here 1 'The task that would restore everything is not ready to run. Nothing was changed.'
}
Write-Host "In place: the task '$task' restores it at $($late.ToString('HH:mm:ss')) and at the next start of Windows, if this script cannot."

$Told = "What was there is back if a line above says Restored; if not, the task '$task' puts it back."
$restored = $false
$clock = [Diagnostics.Stopwatch]::StartNew()
try {
    foreach ($step in $weakened) {
        $wanted = Get-WantedState $step $before[$step.Label]
        Set-StepState $step $wanted
        if (-not (Test-SameState $step (Get-StepState $step) $wanted)) {
            throw "$($step.Label) does not read back as written: something else writes it, and the test would show nothing."
        }
    }
    Write-Host "Set for $Minutes minutes. Connect now, with a test account, from a network you trust. Ctrl+C ends the test early."
    Write-Host $Learn
    while ($clock.Elapsed.TotalMinutes -lt $Minutes) {
        Start-Sleep -Seconds 2
    }
} finally {
    # Runs after Ctrl+C too. What fails here is left to the task.
    $restored = $true
    foreach ($step in $weakened) {
        try {
            Set-StepState $step $before[$step.Label]
            $back = Test-SameState $step (Get-StepState $step) $before[$step.Label]
        } catch {
            Write-Warning $_.Exception.Message
            $back = $false
        }
        if (-not $back) {
            $restored = $false
            Write-Warning "Not restored yet: $($step.Label). The task '$task' tries again at $($late.ToString('HH:mm:ss')): look at it then."
        }
    }
    if ($restored) {
        Write-Host 'Restored, and read back.'
        Unregister-ScheduledTask -TaskName $task -Confirm:$false -ErrorAction SilentlyContinue
    }
}
if (-not $restored) {
    Stop-Here 6 "Not restored yet. To try at once: Start-ScheduledTask -TaskName '$task'"
}
if (@(Get-ScheduledTask -TaskName $task -ErrorAction SilentlyContinue).Count -gt 0) {
    Write-Warning "The task '$task' could not be taken away. It writes the same values once more, and then goes by itself."
}
exit 0
`
