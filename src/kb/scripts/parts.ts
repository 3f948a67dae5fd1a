/**
 * PowerShell that several scripts share. Written for Windows PowerShell 5.1 and PowerShell 7, without `return` values that
 * a caller must catch: what a function says goes to the output. Dates are printed with `u`, which no culture changes.
 */

/** How every script begins: what it runs on, and why it cannot, if so. */
export const START = `
Set-StrictMode -Off
$ErrorActionPreference = 'Continue'
$ProgressPreference = 'SilentlyContinue'
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') { 'STOPPED: application control keeps this shell from calling .NET, which the script needs.'; return }
$identity = [Security.Principal.WindowsIdentity]::GetCurrent()
$elevated = (New-Object Security.Principal.WindowsPrincipal -ArgumentList $identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
"$([DateTime]::UtcNow.ToString('u')) UTC, machine $env:COMPUTERNAME, Windows $([Environment]::OSVersion.Version), account $($identity.Name), PowerShell $($PSVersionTable.PSVersion), elevated: $elevated"
if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) { '32-BIT SHELL: it sees another System32 and another part of the registry. Start the 64-bit one.' }
`

/** For scripts that see less without elevation. */
export const ELEVATED = `
if (-not $elevated) { 'NOT ELEVATED: logs, rights and processes are missing below. What is not there proves nothing.' }
`

/** Functions by the name under which a script asks for them in `uses`; each is put before its body. */
export const SCRIPT_PARTS = {
	/** Values of the registry; says what is missing. */
	registry: `
function Read-Value {
  param([string] $Key, [string] $Name)
  try { (Get-ItemProperty -LiteralPath $Key -Name $Name -ErrorAction Stop).$Name }
  catch [Security.SecurityException], [UnauthorizedAccessException] { 'NOT READABLE' }
  catch { $null }
}
function Show-Value {
  param([string] $Key, [string[]] $Name)
  foreach ($one in $Name) {
    $data = Read-Value $Key $one
    $text = if ($null -eq $data) { 'not there' } else { @($data) -join ', ' }
    "  $one = $text   ($Key)"
  }
}
`,
	/** The time to look at: `$attempt` with five minutes around it, or the last `$hours`. */
	window: `
$to = Get-Date
$from = $to.AddHours(-$hours)
if ($attempt) {
  $second = [DateTime]::MinValue
  $read = [DateTime]::TryParse($attempt, [Globalization.CultureInfo]::InvariantCulture, [Globalization.DateTimeStyles]::AssumeUniversal, [ref] $second)
  if (-not $read) { "STOPPED: '$attempt' is no time. Write it as 2026-11-22 09:14:05, in UTC."; return }
  $from = $second.AddMinutes(-5)
  $to = $second.AddMinutes(5)
}
"Looks at $($from.ToUniversalTime().ToString('u')) to $($to.ToUniversalTime().ToString('u')), UTC."
`,
	/**
	 * One line for each event, oldest first, and before it what the log can answer at all. `$seen` counts the events by
	 * number and names under Blind the logs that cannot answer. An XPath query takes some twenty numbers, so callers
	 * give 16 at most.
	 */
	events: String.raw`
$seen = @{ Blind = @() }
function Get-Fields {
  param($Entry)
  $fields = @{}
  foreach ($data in ([xml] $Entry.ToXml()).GetElementsByTagName('Data')) { $fields[$data.GetAttribute('Name')] = $data.InnerText }
  $fields
}
function Show-Events {
  param([string] $Log, [string] $Provider, [int[]] $Id, [DateTime] $After = $from, [DateTime] $Before = $to, [int] $Newest = 30, [scriptblock] $Keep, [scriptblock] $Text)
  try { $channel = Get-WinEvent -ListLog $Log -ErrorAction Stop }
  catch { $seen.Blind += $Log; "  CANNOT BE READ: $Log, $($_.Exception.Message)"; return }
  $oldest = Get-WinEvent -LogName $Log -Oldest -MaxEvents 1 -ErrorAction SilentlyContinue
  $begins = if ($oldest) { $oldest.TimeCreated.ToUniversalTime().ToString('u') }
  if (-not $channel.IsEnabled) { $seen.Blind += $Log; "  SWITCHED OFF: $Log" }
  elseif (-not $oldest) { $seen.Blind += $Log; "  EMPTY: $Log is on but holds nothing that can be read" }
  elseif ($oldest.TimeCreated -gt $After) { $seen.Blind += $Log; "  TOO YOUNG: $Log begins $begins; what came before is not there" }
  else { "  Reaches back: $Log begins $begins" }
  $filter = @{ LogName = $Log; StartTime = $After; EndTime = $Before }
  if ($Provider) { $filter.ProviderName = $Provider }
  if ($Id) { $filter.Id = $Id }
  try {
    if ($Keep) { $found = @(Get-WinEvent -FilterHashtable $filter -ErrorAction Stop | Where-Object { & $Keep $_ } | Select-Object -First $Newest) }
    else { $found = @(Get-WinEvent -FilterHashtable $filter -MaxEvents $Newest -ErrorAction Stop) }
  }
  catch {
    $found = @()
    if ($_.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') { $seen.Blind += $Log; "  CANNOT BE READ: $Log, $($_.Exception.Message)"; return }
  }
  foreach ($entry in ($found | Sort-Object -Property RecordId)) {
    $seen[[int] $entry.Id] = 1 + $seen[[int] $entry.Id]
    $says = if ($Text) { "$(& $Text $entry)" } elseif ($entry.Message) { $entry.Message } else { @($entry.Properties | ForEach-Object { $_.Value }) -join ' | ' }
    $says = $says -replace '\s+', ' '
    if ($says.Length -gt 300) { $says = $says.Substring(0, 300) + '...' }
    "  $($entry.TimeCreated.ToUniversalTime().ToString('u'))  $($entry.Id)  $says"
  }
  if ($found.Count -eq 0) { '  none of these events' }
  elseif ($found.Count -ge $Newest) { "  only the newest $Newest are shown; there are more" }
}
function Show-Blind {
  if ($seen.Blind.Count -gt 0) { "NOT PROVEN where nothing is shown: these logs could not answer for the whole time: $(@($seen.Blind | Select-Object -Unique) -join '; ')" }
}
`,
	/** Who may read a file, by security identifier, so that no language matters. */
	rights: `
function Show-Rights {
  param([string] $Path)
  try {
    $acl = Get-Acl -LiteralPath $Path -ErrorAction Stop
    $rules = @($acl.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier]))
  }
  catch { "    RIGHTS NOT READABLE: $($_.Exception.Message)"; return }
  "    owner: $($acl.Owner)"
  foreach ($rule in $rules) {
    $sid = $rule.IdentityReference
    $name = try { $sid.Translate([Security.Principal.NTAccount]).Value } catch { 'unknown account' }
    "    $($rule.AccessControlType): $name ($($sid.Value)): $($rule.FileSystemRights)"
  }
  # What the token of the service holds: NETWORK SERVICE, Everyone, Users, Authenticated Users, SERVICE, TermService itself.
  $token = 'S-1-5-20', 'S-1-1-0', 'S-1-5-32-545', 'S-1-5-11', 'S-1-5-6', 'S-1-5-80-446051430-1559341753-4161941529-1950928533-810483104'
  # Besides the right itself, the generic rights that stand for it: all, and read.
  $read = [int] [Security.AccessControl.FileSystemRights]::ReadData -bor 0x10000000 -bor [int]::MinValue
  $own = @($rules | Where-Object { $token -contains $_.IdentityReference.Value -and (([int] $_.FileSystemRights) -band $read) })
  $denied = @($own | Where-Object { "$($_.AccessControlType)" -eq 'Deny' })
  if ($denied.Count -gt 0) { '    NETWORK SERVICE CANNOT READ IT: a rule denies it' }
  elseif ($own.Count -gt 0) { '    NETWORK SERVICE can read it' }
  else { '    NETWORK SERVICE CANNOT READ IT: no rule gives it Read' }
}
`,
	/** TLS versions as Schannel has them for one side. */
	protocols: String.raw`
function Show-Protocols {
  param([string] $Side)
  foreach ($version in 'SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3') {
    $key = "HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$version\$Side"
    $enabled = Read-Value $key 'Enabled'
    $default = Read-Value $key 'DisabledByDefault'
    if ($null -eq $enabled -and $null -eq $default) { $state = 'no value: as Windows has it built in' }
    elseif ("$enabled" -eq '0') { $state = 'SWITCHED OFF (Enabled = 0)' }
    elseif ($null -ne $default -and "$default" -ne '0') { $state = "OFF UNLESS A PROGRAM ASKS FOR IT (Enabled = $enabled, DisabledByDefault = $default)" }
    else { $state = "on (Enabled = $enabled, DisabledByDefault = $default)" }
    "  $version $($Side): $state"
  }
}
`,
	/** Security products that Windows knows; only client editions keep the list. */
	products: `
function Show-Products {
  foreach ($class in 'AntiVirusProduct', 'FirewallProduct') {
    $found = @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName $class -ErrorAction SilentlyContinue)
    if ($found.Count -eq 0) { "  $($class): none registered (Windows Server registers none)" }
    foreach ($one in $found) { "  $($class): $($one.displayName)" }
  }
}
`,
} as const
