/**
 * The command that finds an event of the last week. Read-only, for Windows PowerShell 5.1.
 *
 * @param log the full name of the log
 * @param provider the event source, letter for letter
 */
export function eventQuery(log: string, provider: string, id: number): string {
	return `Get-WinEvent -FilterHashtable @{ LogName = '${log}'; ProviderName = '${provider}'; Id = ${id}; StartTime = (Get-Date).AddDays(-7) } -ErrorAction SilentlyContinue |
  Select-Object -First 20 TimeCreated, LevelDisplayName, Message | Format-List`
}
