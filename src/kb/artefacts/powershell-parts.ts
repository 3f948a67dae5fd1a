/**
 * The parts that generated scripts are put together from, in the common ground of Windows PowerShell 5.1 and PowerShell 7.
 *
 * Rules they keep: values are read and written through .NET (`RegistryKey`), for the registry provider expands
 * environment variables on reading and empties an existing key on `New-Item -Force`; every hashtable has all its keys
 * (strict mode); the state of a value is its type and its raw bytes as hex, so that what is put back is what was there.
 */

export const EXIT_CODES: readonly (readonly [code: number, meaning: string])[] = [
	[0, 'done, or nothing had to be done'],
	[1, 'an error; what had been written was put back'],
	[2, 'refused: not elevated'],
	[3, 'refused: the wrong system, user or PowerShell'],
	[4, 'refused: it runs in a Remote Desktop session that the change could cut off (-Force overrides)'],
	[5, 'refused: a policy holds the value (-Override overrides)'],
	[6, 'a value is not what it should be: it does not read back, or somebody changed it since'],
	[7, 'refused: nothing was captured that could be put back'],
	[8, 'refused: another setting does not go together with it'],
	[9, 'refused: what is there is stricter (-Override overrides)'],
]

export const START = `Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

function Stop-Here {
    param([int] $Code, [string] $Text)
    Write-Warning $Text
    Write-Host "See $Address"
    exit $Code
}

# An error that nothing else deals with ends the script here. $Told says what was changed until then.
$Told = 'Nothing was changed.'
trap {
    Write-Host $_.ScriptStackTrace
    Stop-Here 1 "$($_.Exception.Message) $Told"
}
`

export const WINDOWS = `
function Assert-Windows {
    if ($PSVersionTable.PSEdition -eq 'Core' -and -not $IsWindows) {
        Stop-Here 3 'This script is for Windows. Nothing was changed.'
    }
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
        Stop-Here 3 'Application control (AppLocker, App Control) restricts PowerShell here: this script would need a signature it trusts. Nothing was changed.'
    }
    if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) {
        Stop-Here 3 'This is a 32-bit PowerShell on 64-bit Windows: it sees another registry. Start the 64-bit one. Nothing was changed.'
    }
}
`

export const SYSTEM = String.raw`
function Assert-Elevated {
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList $identity
    if (-not $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
        Stop-Here 2 'Not elevated. Start PowerShell with "Run as administrator" and run it again. Nothing was changed.'
    }
}

function Assert-System {
    param([bool] $Server, [int] $Build, [bool] $Listener)
    $about = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    if ($Server -and $about.InstallationType -notlike 'Server*') {
        Stop-Here 3 "This setting is for Windows Server; this is $($about.ProductName). Nothing was changed."
    }
    if ([int] $about.CurrentBuildNumber -lt $Build) {
        Stop-Here 3 "This setting needs build $Build of Windows; this is $($about.CurrentBuildNumber). Nothing was changed."
    }
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp'
    if ($Listener -and -not $Force -and -not (Test-Path -LiteralPath $key)) {
        Stop-Here 3 'This machine has no listener RDP-Tcp: it is not the host, or the listener is damaged (then -Force). Nothing was changed.'
    }
}

function Assert-NotCutOff {
    $remote = $env:SESSIONNAME -like 'RDP-*'
    if (-not $remote) {
        try {
            Add-Type -AssemblyName System.Windows.Forms
            $remote = [Windows.Forms.SystemInformation]::TerminalServerSession
        } catch {
            Write-Verbose 'Whether this is a Remote Desktop session could not be asked.'
        }
    }
    if ($remote -and -not $Force -and -not $WhatIfPreference) {
        Stop-Here 4 'You are in a Remote Desktop session that this change could cut off. Use a console or another way in, or -Force if you have one open. Nothing was changed.'
    }
}
`

export const USER_HIVE = `
function Assert-UserHive {
    $me = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    if ($me -eq 'S-1-5-18' -and -not $Force) {
        Stop-Here 3 'These values belong to a user, and this runs as SYSTEM (a run command, a task). Run it as that user. Nothing was changed.'
    }
    $session = (Get-Process -Id $PID).SessionId
    $shell = Get-CimInstance -ClassName Win32_Process -Filter "Name='explorer.exe'" |
        Where-Object { $_.SessionId -eq $session } |
        Select-Object -First 1
    if (-not $shell) {
        return
    }
    # Invoke-CimMethod would only pretend under -WhatIf; this one only reads.
    $owner = (Invoke-CimMethod -InputObject $shell -MethodName GetOwnerSid -WhatIf:$false -Confirm:$false).Sid
    if ($owner -ne $me -and -not $Force) {
        Stop-Here 3 'These values belong to the user who is signed in, but this prompt runs as somebody else and would write its own. Sign in as that user, or -Force. Nothing was changed.'
    }
}
`

/** What reads and what writes each kind of place. A script that only reads carries nothing that writes. */
export const MECHANISMS: Record<'value' | 'service' | 'rule' | 'rights', { read: string; write: string }> = {
	value: {
		read: String.raw`
function Open-Hive {
    param([string] $Hive)
    $view = [Microsoft.Win32.RegistryView]::Registry64
    return [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive] $Hive, $view)
}

function ConvertTo-Hex {
    param([byte[]] $Bytes)
    return [BitConverter]::ToString($Bytes).Replace('-', '').ToLowerInvariant()
}

function ConvertFrom-Hex {
    param([string] $Hex)
    $bytes = [byte[]]::new($Hex.Length / 2)
    for ($i = 0; $i -lt $bytes.Length; $i++) {
        $bytes[$i] = [Convert]::ToByte($Hex.Substring(2 * $i, 2), 16)
    }
    # The comma keeps the array whole, even an empty one.
    return , $bytes
}

# The state of a value: whether it exists, its type, its bytes, and which keys above it are missing, deepest first.
function Get-ValueState {
    param([string] $Hive, [string] $Key, [string] $Name)
    $state = [ordered] @{ exists = $false; type = ''; hex = ''; missing = @() }
    $base = Open-Hive $Hive
    try {
        $missing = @()
        $path = $Key
        while ($path -ne '') {
            $open = $base.OpenSubKey($path)
            if ($open) {
                $open.Dispose()
                break
            }
            $missing += $path
            $cut = $path.LastIndexOf('\')
            if ($cut -lt 0) {
                $path = ''
            } else {
                $path = $path.Substring(0, $cut)
            }
        }
        $state.missing = $missing
        if ($missing.Count -gt 0) {
            return $state
        }
        $open = $base.OpenSubKey($Key)
        try {
            $names = @($open.GetValueNames() | Where-Object { $_ -eq $Name })
            if ($names.Count -eq 0) {
                return $state
            }
            $kind = $open.GetValueKind($Name).ToString()
            $asIs = [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames
            $data = $open.GetValue($Name, $null, $asIs)
        } finally {
            $open.Dispose()
        }
    } finally {
        $base.Dispose()
    }
    $end = [string] [char] 0
    switch ($kind) {
        'DWord' {
            $bytes = [BitConverter]::GetBytes([int] $data)
        }
        'QWord' {
            $bytes = [BitConverter]::GetBytes([long] $data)
        }
        'MultiString' {
            $text = ''
            foreach ($part in $data) {
                $text += $part + $end
            }
            $bytes = [Text.Encoding]::Unicode.GetBytes($text + $end)
        }
        { $_ -in 'String', 'ExpandString' } {
            $bytes = [Text.Encoding]::Unicode.GetBytes($data + $end)
        }
        { $_ -in 'Binary', 'None' } {
            $bytes = [byte[]] $data
        }
        default {
            throw "$Key\$Name has the type $kind, which this script could not put back."
        }
    }
    $state.exists = $true
    $state.type = $kind
    $state.hex = ConvertTo-Hex $bytes
    return $state
}

function Format-ValueState {
    param($State)
    if (-not $State.exists) {
        return 'not there'
    }
    $bytes = [byte[]] (ConvertFrom-Hex $State.hex)
    switch ($State.type) {
        'DWord' {
            $number = [BitConverter]::ToUInt32($bytes, 0)
            return "$number (0x$($number.ToString('x')))"
        }
        'QWord' {
            return [string] [BitConverter]::ToUInt64($bytes, 0)
        }
        { $_ -in 'Binary', 'None' } {
            return "$($State.type): $($State.hex)"
        }
        default {
            $text = [Text.Encoding]::Unicode.GetString($bytes)
            return "$($State.type): " + $text.TrimEnd([char] 0).Replace([string] [char] 0, ', ')
        }
    }
}
`,
		write: String.raw`
function Set-ValueState {
    param([string] $Hive, [string] $Key, [string] $Name, $State)
    $base = Open-Hive $Hive
    try {
        if (-not $State.exists) {
            $open = $base.OpenSubKey($Key, $true)
            if ($open) {
                try {
                    $open.DeleteValue($Name, $false)
                } finally {
                    $open.Dispose()
                }
            }
            # Keys that were missing go again, deepest first, unless something else is in them by now.
            foreach ($path in @($State.missing)) {
                if (-not "$Key\".StartsWith("$path\", [StringComparison]::OrdinalIgnoreCase)) {
                    continue
                }
                $open = $base.OpenSubKey($path)
                if ($open) {
                    $empty = $open.SubKeyCount -eq 0 -and $open.ValueCount -eq 0
                    $open.Dispose()
                    if ($empty) {
                        $base.DeleteSubKey($path, $false)
                    }
                }
            }
            return
        }
        $kind = [Microsoft.Win32.RegistryValueKind] $State.type
        $bytes = [byte[]] (ConvertFrom-Hex $State.hex)
        $text = [Text.Encoding]::Unicode.GetString($bytes)
        # CreateSubKey opens a key that exists and leaves it as it is.
        $open = $base.CreateSubKey($Key)
        try {
            switch ($State.type) {
                'DWord' {
                    $open.SetValue($Name, [BitConverter]::ToInt32($bytes, 0), $kind)
                }
                'QWord' {
                    $open.SetValue($Name, [BitConverter]::ToInt64($bytes, 0), $kind)
                }
                'MultiString' {
                    $parts = $text.Substring(0, $text.Length - 1).Split([char] 0)
                    $parts = @($parts | Select-Object -First ($parts.Length - 1))
                    $open.SetValue($Name, [string[]] $parts, $kind)
                }
                { $_ -in 'String', 'ExpandString' } {
                    $open.SetValue($Name, $text.Substring(0, $text.Length - 1), $kind)
                }
                default {
                    $open.SetValue($Name, $bytes, $kind)
                }
            }
        } finally {
            $open.Dispose()
        }
    } finally {
        $base.Dispose()
    }
}
`,
	},
	// Start types go through the service manager: it acts at once, where the value alone would wait for a reboot.
	service: {
		read: '',
		write: `
$StartTypes = @{ '02000000' = 'Automatic'; '03000000' = 'Manual'; '04000000' = 'Disabled' }

# Refuses a service whose present start type could not be put back exactly.
function Assert-StartType {
    param($Step, $Before)
    if (-not $Before.exists) {
        Stop-Here 3 "There is no service $($Step.Service) here. Nothing was changed."
    }
    $delayed = Get-ValueState -Hive $Step.Hive -Key $Step.Key -Name 'DelayedAutostart'
    $late = $delayed.exists -and $delayed.hex -ne '00000000'
    if ($late -or -not $StartTypes.ContainsKey($Before.hex)) {
        Stop-Here 3 "$($Step.Service) has a start type that this script could not put back (delayed, or $(Format-ValueState $Before)). Change it in services.msc. Nothing was changed."
    }
}

function Set-StartType {
    param([string] $Service, [string] $Hex)
    if (-not $StartTypes.ContainsKey($Hex)) {
        throw "The start type $Hex of $Service is none that the service manager sets."
    }
    Set-Service -Name $Service -StartupType $StartTypes[$Hex] -ErrorAction Stop -Confirm:$false
}
`,
	},
	rule: {
		read: String.raw`
function Get-RuleState {
    param([string] $Name)
    $state = [ordered] @{ exists = $false; enabled = ''; profile = ''; remote = @() }
    try {
        $rule = Get-NetFirewallRule -Name $Name -ErrorAction Stop
    } catch {
        if ($_.FullyQualifiedErrorId -notlike 'CmdletizationQuery_NotFound*') {
            throw
        }
        return $state
    }
    $filter = $rule | Get-NetFirewallAddressFilter -ErrorAction Stop
    $state.exists = $true
    $state.enabled = $rule.Enabled.ToString()
    $state.profile = $rule.Profile.ToString()
    $state.remote = @($filter.RemoteAddress)
    return $state
}

# One spelling for addresses: what was written as 10.0.0.0/8 reads back as 10.0.0.0/255.0.0.0.
function Format-Range {
    param([string] $Range)
    $first, $mask = $Range.Trim() -split '/', 2
    if ($mask -match '^\d+\.\d+\.\d+\.\d+$') {
        $bits = @($mask.Split('.') | ForEach-Object { [Convert]::ToString([int] $_, 2) }) -join ''
        $mask = [string] $bits.Replace('0', '').Length
    }
    if (-not $mask -or ($mask -eq '32' -and $first -notlike '*:*')) {
        return $first
    }
    return "$first/$mask"
}

function Format-RuleState {
    param($State)
    if (-not $State.exists) {
        return 'not there'
    }
    $profiles = @($State.profile -split ',' | ForEach-Object { $_.Trim() } | Sort-Object) -join ', '
    $ranges = @($State.remote | ForEach-Object { Format-Range $_ } | Sort-Object) -join ', '
    return "enabled: $($State.enabled); profiles: $profiles; from: $ranges"
}
`,
		write: `
function Set-RuleState {
    param([string] $Name, $State)
    # Who may come in is narrowed before the door opens, and the door is shut before that is widened again.
    if ($State.enabled -ne 'True') {
        Set-NetFirewallRule -Name $Name -Enabled $State.enabled -ErrorAction Stop -Confirm:$false
    }
    $profiles = @($State.profile -split ',' | ForEach-Object { $_.Trim() })
    Set-NetFirewallRule -Name $Name -Profile $profiles -RemoteAddress @($State.remote) -ErrorAction Stop -Confirm:$false
    Set-NetFirewallRule -Name $Name -Enabled $State.enabled -ErrorAction Stop -Confirm:$false
}
`,
	},
	rights: {
		read: String.raw`
$AccessOnly = [Security.AccessControl.AccessControlSections]::Access

function Get-FileAccess {
    param([string] $Path)
    $file = New-Object -TypeName IO.FileInfo -ArgumentList $Path
    if ($PSVersionTable.PSEdition -eq 'Core') {
        return [IO.FileSystemAclExtensions]::GetAccessControl($file, $AccessOnly)
    }
    return $file.GetAccessControl($AccessOnly)
}

# The rights of each file as security descriptor text. Owners are neither read nor changed.
function Get-RightsState {
    param([string] $Folder, [string] $Files)
    $path = [Environment]::ExpandEnvironmentVariables($Folder)
    $state = [ordered] @{ files = @() }
    foreach ($file in @(Get-ChildItem -LiteralPath $path -Filter $Files -File -Force)) {
        $sddl = (Get-FileAccess $file.FullName).GetSecurityDescriptorSddlForm($AccessOnly)
        $state.files += [ordered] @{ path = $file.FullName; sddl = $sddl }
    }
    return $state
}

# What is set on a file itself. Windows works inherited entries out anew whenever rights are written.
function Format-OwnRights {
    param([string] $Sddl)
    return $Sddl -replace '^D:(P?)(?:AR|AI)*', 'D:$1' -replace '\([A-Z]+;[A-Z]*ID[A-Z]*;[^)]*\)', ''
}

# Whether the files that are still there have the rights of a state. A file that is gone has none to put back.
function Test-SameRights {
    param($Now, $State)
    foreach ($file in @($Now.files)) {
        $then = @($State.files | Where-Object { $_.path -eq $file.path })
        if ($then.Count -eq 1 -and (Format-OwnRights $then[0].sddl) -ne (Format-OwnRights $file.sddl)) {
            return $false
        }
    }
    return $true
}
`,
		write: `
function Set-FileAccess {
    param([string] $Path, $Access)
    $file = New-Object -TypeName IO.FileInfo -ArgumentList $Path
    if ($PSVersionTable.PSEdition -eq 'Core') {
        [IO.FileSystemAclExtensions]::SetAccessControl($file, $Access)
    } else {
        $file.SetAccessControl($Access)
    }
}

# The same text with the grants that it lacks. Nothing is written here.
function Add-Grants {
    param([string] $Sddl, $Grants)
    $access = New-Object -TypeName Security.AccessControl.FileSecurity
    $access.SetSecurityDescriptorSddlForm($Sddl, $AccessOnly)
    $rules = $access.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])
    $allow = [Security.AccessControl.AccessControlType]::Allow
    $text = $Sddl
    foreach ($grant in $Grants) {
        $rights = [Security.AccessControl.FileSystemRights] $grant.Rights
        $found = @($rules | Where-Object {
                $_.IdentityReference.Value -eq $grant.Sid -and
                $_.AccessControlType -eq $allow -and
                ($_.FileSystemRights -band $rights) -eq $rights
            })
        if ($found.Count -eq 0) {
            $sid = New-Object -TypeName Security.Principal.SecurityIdentifier -ArgumentList $grant.Sid
            $rule = New-Object -TypeName Security.AccessControl.FileSystemAccessRule -ArgumentList @($sid, $rights, $allow)
            $access.AddAccessRule($rule)
            $text = $access.GetSecurityDescriptorSddlForm($AccessOnly)
        }
    }
    return $text
}

# Only files of the step are touched, whatever a state names.
function Set-RightsState {
    param([string] $Folder, [string] $Files, $State)
    foreach ($file in @((Get-RightsState -Folder $Folder -Files $Files).files)) {
        $then = @($State.files | Where-Object { $_.path -eq $file.path })
        if ($then.Count -eq 1 -and $then[0].sddl -ne $file.sddl) {
            $access = Get-FileAccess $file.path
            $access.SetSecurityDescriptorSddlForm($then[0].sddl, $AccessOnly)
            Set-FileAccess $file.path $access
        }
    }
}
`,
	},
}
