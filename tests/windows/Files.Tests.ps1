#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0.0' }
<#
Runs every generated file on this machine: it changes the registry, services and firewall, and puts them back.
Only for a machine that is thrown away afterwards; it refuses to run where the variable CI is not set.
The site must be built first (npm run build).
#>

BeforeDiscovery {
    $dist = Join-Path $PSScriptRoot '..\..\dist' | Resolve-Path
    $settings = Get-ChildItem -LiteralPath (Join-Path $dist 'api\v1\settings') -Filter *.json |
        ForEach-Object { Get-Content -LiteralPath $_.FullName -Raw -Encoding UTF8 | ConvertFrom-Json }
    $cases = foreach ($setting in $settings) {
        $folder = Join-Path $dist "settings\$($setting.id)"
        @{ Id = $setting.id; Setting = $setting; Folder = $folder }
    }
    $changes = $cases | Where-Object { Test-Path -LiteralPath (Join-Path $_.Folder 'apply.ps1') }
    $imports = $cases | Where-Object { Test-Path -LiteralPath (Join-Path $_.Folder 'apply.reg') }
    $readers = Get-ChildItem -LiteralPath (Join-Path $dist 'scripts') -Filter *.ps1 | ForEach-Object {
        @{ Name = $_.BaseName; Path = $_.FullName; Text = Get-Content -LiteralPath $_.FullName -Raw }
    }
    $scripts = Get-ChildItem -LiteralPath $dist -Recurse -Filter *.ps1 | ForEach-Object { @{ Path = $_.FullName } }
}

BeforeAll {
    if (-not $env:CI) {
        throw 'This changes the machine it runs on. Set the variable CI on a machine that is thrown away afterwards.'
    }
    $shell = (Get-Process -Id $PID).Path

    function Invoke-Script {
        param([string] $Path, [string[]] $Arguments = @())
        $output = & $shell -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $Path @Arguments 2>&1
        [pscustomobject] @{ Code = $LASTEXITCODE; Output = $output -join [Environment]::NewLine }
    }

    # Every value of a key as text, or the word absent: enough to see whether anything changed.
    function Get-KeyText {
        param($Registry)
        $roots = @{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser' }
        $base = [Microsoft.Win32.RegistryKey]::OpenBaseKey($roots[$Registry.hive], 'Registry64')
        $lines = foreach ($path in @($Registry.key) + @($Registry.alsoIn)) {
            $key = $base.OpenSubKey($path)
            if (-not $key) {
                "$path absent"
                continue
            }
            foreach ($name in $key.GetValueNames() | Sort-Object) {
                "$path $name $($key.GetValueKind($name)) $($key.GetValue($name, $null, 'DoNotExpandEnvironmentNames') -join ',')"
            }
        }
        $lines -join [Environment]::NewLine
    }

    # A key that a file made and that is empty again counts as absent.
    function Remove-EmptyLines {
        param([string] $Text)
        ($Text -split [Environment]::NewLine | Where-Object { $_ -notmatch ' absent$' }) -join [Environment]::NewLine
    }
}

Describe 'scripts' {
    It 'parses <Path>' -ForEach $scripts {
        $errors = $null
        $null = [Management.Automation.Language.Parser]::ParseFile($Path, [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
    }
}

# Scripts that read a case: as a file, and as one text the way remoting and Run Command send it.
Describe 'the script <Name>' -ForEach $readers {
    It 'runs as a file, says where it runs, and meets no error of its own' {
        $result = Invoke-Script $Path
        $result.Output | Should -Match "machine $env:COMPUTERNAME"
        # What PowerShell prints for a mistake in the script, whatever the language.
        $result.Output | Should -Not -Match 'FullyQualifiedErrorId|ParserError|CommandNotFoundException'
    }

    It 'runs as one text and leaves no variable of its body behind' {
        $output = & ([scriptblock]::Create($Text)) 2>&1
        @($output | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) | Should -BeNullOrEmpty
        Get-Variable -Name seen, short, elevated -Scope 0 -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'tells of a time that it cannot read, and stops' {
        if ($Text -notmatch '(?m)^\$attempt = ') {
            Set-ItResult -Skipped -Because 'it asks for no time'
            return
        }
        $wrong = $Text -replace "(?m)^\`$attempt = ''", "`$attempt = 'yesterday'"
        (& ([scriptblock]::Create($wrong)) 2>&1) -join ' ' | Should -Match "STOPPED: 'yesterday'"
    }
}

Describe 'the probe' {
    BeforeAll {
        $probe = Get-Content -LiteralPath (Join-Path $PSScriptRoot '..\..\dist\scripts\probe.ps1') -Raw
        function Invoke-Probe {
            param([int] $Port)
            (& ([scriptblock]::Create(($probe -replace '(?m)^\$port = 0', "`$port = $Port"))) 2>&1) -join [Environment]::NewLine
        }
    }

    It 'names a closed port' {
        $free = New-Object Net.Sockets.TcpListener -ArgumentList ([Net.IPAddress]::Loopback), 0
        $free.Start()
        $closed = $free.LocalEndpoint.Port
        $free.Stop()
        Invoke-Probe $closed | Should -Match 'TCP FAILED'
    }

    It 'names something that accepts and says nothing' {
        $listener = New-Object Net.Sockets.TcpListener -ArgumentList ([Net.IPAddress]::Loopback), 0
        $listener.Start()
        try { Invoke-Probe $listener.LocalEndpoint.Port | Should -Match 'X.224 SILENT' } finally { $listener.Stop() }
    }
}

Describe 'the capture' {
    It 'starts, leaves a file, and takes its filter away again' {
        $folder = Join-Path $TestDrive 'capture'
        $text = Get-Content -LiteralPath (Join-Path $PSScriptRoot '..\..\dist\scripts\capture.ps1') -Raw
        $run = {
            param([string] $Action)
            $filled = $text -replace "(?m)^\`$action = 'status'", "`$action = '$Action'" -replace '(?m)^\$folder = .*$', "`$folder = '$folder'"
            (& ([scriptblock]::Create($filled)) 2>&1) -join [Environment]::NewLine
        }
        & $run 'start' | Should -Match '(?m)^STARTED'
        & $run 'stop' | Should -Match '(?m)^STOPPED'
        Get-ChildItem -LiteralPath $folder -Filter *.etl | Should -Not -BeNullOrEmpty
        & $run 'status' | Should -Match 'Filters: 0'
    }
}

Describe 'check.ps1 of <Id>' -ForEach $cases {
    It 'reads and changes nothing' {
        $result = Invoke-Script (Join-Path $Folder 'check.ps1')
        $result.Code | Should -Be 0 -Because $result.Output
    }
}

Describe 'apply.ps1 and undo.ps1 of <Id>' -ForEach $changes {
    BeforeAll {
        $states = Join-Path $TestDrive $Id
        $null = New-Item -ItemType Directory -Path $states
        $before = if ($Setting.registry) { Get-KeyText $Setting.registry }
        $apply = Join-Path $Folder 'apply.ps1'
        $undo = Join-Path $Folder 'undo.ps1'
    }

    It 'shows with -WhatIf and changes nothing' {
        $result = Invoke-Script $apply @('-WhatIf', '-Force', '-Override', '-StateDirectory', $states)
        $result.Code | Should -BeIn 0, 3, 8 -Because $result.Output
        Get-ChildItem -LiteralPath $states | Should -BeNullOrEmpty
        if ($Setting.registry) {
            Get-KeyText $Setting.registry | Should -Be $before
        }
    }

    It 'changes, changes nothing the second time, and puts everything back' {
        $first = Invoke-Script $apply @('-Force', '-Override', '-StateDirectory', $states)
        if ($first.Code -in 3, 8) {
            Set-ItResult -Skipped -Because $first.Output
            return
        }
        $first.Code | Should -Be 0 -Because $first.Output
        $captured = @(Get-ChildItem -LiteralPath $states -Filter *.json)
        $second = Invoke-Script $apply @('-Force', '-Override', '-StateDirectory', $states)
        $second.Code | Should -Be 0 -Because $second.Output
        @(Get-ChildItem -LiteralPath $states -Filter *.json).Count | Should -Be $captured.Count
        if ($captured.Count -gt 0) {
            $back = Invoke-Script $undo @('-Force', '-StateDirectory', $states)
            $back.Code | Should -Be 0 -Because $back.Output
        }
        if ($Setting.registry) {
            Get-KeyText $Setting.registry | Should -Be $before
        }
    }

    It 'refuses to undo where nothing was captured' {
        $empty = Join-Path $TestDrive "$Id-empty"
        $null = New-Item -ItemType Directory -Path $empty
        (Invoke-Script $undo @('-StateDirectory', $empty)).Code | Should -BeIn 3, 7
    }
}

Describe 'apply.reg of <Id>' -ForEach $imports {
    It 'imports, and the file of check.ps1 takes it back' {
        $before = Get-KeyText $Setting.registry
        $undoFile = Join-Path $TestDrive "$Id-before.reg"
        (Invoke-Script (Join-Path $Folder 'check.ps1') @('-UndoFile', $undoFile)).Code | Should -Be 0
        & reg.exe import (Join-Path $Folder 'apply.reg') 2>&1 | Out-Null
        $LASTEXITCODE | Should -Be 0
        & reg.exe import $undoFile 2>&1 | Out-Null
        $LASTEXITCODE | Should -Be 0
        Remove-EmptyLines (Get-KeyText $Setting.registry) | Should -Be (Remove-EmptyLines $before)
    }
}
