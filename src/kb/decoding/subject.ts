/**
 * What a text as a whole is about: Remote Desktop, or a product whose errors carry the same labels. A common number behind a
 * common word counts only where the text is about the right thing.
 */
import { fold } from '../text/fold.ts'
import { firstFrom } from '../text/places.ts'
import type { Word } from './words.ts'

interface SubjectWords {
	whole: ReadonlySet<string>
	/** Beginnings of words by their first {@link STEM} letters. */
	beginnings: ReadonlyMap<string, readonly string[]>
	/** Second words by their first words. */
	pairs: ReadonlyMap<string, readonly string[]>
}
const STEM = 3

function subjectWords(single: string, double: string): SubjectWords {
	const whole = new Set<string>()
	const beginnings = new Map<string, string[]>()
	for (const word of single.split(' '))
		if (word.endsWith('*')) {
			const start = fold(word.slice(0, -1))
			beginnings.set(start.slice(0, STEM), [...(beginnings.get(start.slice(0, STEM)) ?? []), start])
		} else whole.add(fold(word))
	const pairs = new Map<string, string[]>()
	for (const [first = '', second = ''] of double.split('|').map((pair) => pair.split(' ').map(fold)))
		pairs.set(first, [...(pairs.get(first) ?? []), second])
	return { whole, beginnings, pairs }
}

/**
 * Words that only somebody with a remote desktop writes, in the languages of the dialog; a star stands for any ending,
 * two words stand side by side.
 */
const REMOTE_DESKTOP = subjectWords(
	'rdp* rds rdc mstsc* msrdc rdweb rdgw avd wvd w365 tsclient termsrv termservice termdd xrdp rdesktop guacd guacamole remmina mremote* 1remote freerdp* xfreerdp* credssp nla remotedesktop* remotecomputer* disconnect* remoteapp zdaln* vzdalen* vzdialen* удален* віддален* απομακρυσμεν* fjarrskrivbord* fjernskrivebord* etatyopoy* fernsteuer* terminalserver*',
	'remote desktop*|remote pc*|remote computer*|remote session*|rd gateway|rd client|rd session|terminal server*|terminal services|windows app|cloud pc*|session host*|bureau a|ordinateur distant|escritorio remoto|equipo remoto|trabalho remota|trabalho remoto|computador remoto|desktop remoto|computer remoto|extern bureaublad|externe computer|uzak masaustu*|uzak bilgisayar*|eksternt skrivebord|tavoli asztal*|virtual desktop|royal ts',
)
const REMOTE_DESKTOP_DENSE = [
	'远程桌面',
	'远程计算机',
	'远程电脑',
	'遠端桌面',
	'遠端電腦',
	'デスクトップ',
	'リモート',
	'원격',
	'ระยะไกล',
]
/** Those of them that name the thing and say nothing of what happened. */
const NAMES = subjectWords(
	'rdp rdc mstsc* msrdc remotedesktop remotedesktopverbindung fjarrskrivbord* fjernskrivebord* etatyopoy*',
	'remote desktop|bureau a|escritorio remoto|desktop remoto|extern bureaublad|uzak masaustu*|eksternt skrivebord|tavoli asztal*|pulpit zdaln*|pulpitu zdaln*|vzdalena ploch*|vzdalene ploch*|рабочий стол|рабочего стола|рабочему столу|віддалений робочий',
)
const NAMES_DENSE = [
	'远程桌面',
	'遠端桌面',
	'リモートデスクトップ',
	'リモート デスクトップ',
	'원격 데스크톱',
	'원격데스크톱',
]
/** Words of other products whose errors carry the same labels. */
const OTHER_PRODUCT = subjectWords(
	'outlook exchange oracle gitlab github bitbucket ssh putty vnc teamviewer anydesk matchmaking lobby smtp imap pop3 sql mysql postgres odbc jdbc vpn anyconnect forticlient globalprotect openvpn wireguard l2tp ikev2 printer* drucker* spooler scanner steam xbox playstation ps4 ps5 nintendo minecraft fortnite roblox netflix spotify wsl ubuntu docker defender bitlocker onedrive sharepoint teams office excel acrobat adobe chrome firefox itunes iphone whatsapp zoom webex citrix vmware esxi vsphere veeam sccm intune msi installer dism sfc chkdsk nvidia bios uefi router dhcp ftp sftp npm apache nginx iis kubernetes jira sap datev lexware elster paypal bluescreen bsod minidump activation aktivierung принтер* drukark* imprimante* impresora* stampante* game* spiel* boiler* heizung* therme elevator* aufzug* kopierer* copier* waschmaschine* geschirrspuler* dishwasher* bmw vw audi engine motor* dme obd vehicle* fahrzeug* card* paypal merchant* kasse* pos plc sps cnc',
	'washing machine|fault memory|payment terminal|coffee machine|windows update|blue screen|stop code|product key|device manager|geräte manager|microsoft store|smart tv|backup exec',
)
const OTHER_PRODUCT_DENSE = [
	'商店',
	'打印机',
	'プリンター',
	'蓝屏',
	'更新失败',
	'ブルースクリーン',
	'複合機',
	'コピー機',
	'洗濯機',
	'空调',
	'洗衣机',
]

/** What a text as a whole is about. */
export interface Subject {
	remoteDesktop: boolean
	/** It is about another product and not about Remote Desktop. */
	elsewhere: boolean
	/** Places where the text names another product, in its order. */
	otherPlaces: readonly number[]
}

/** More words than this say nothing new about a subject. */
const ENOUGH = 20_000

/** @param cut the words of the text */
export function subjectOf(text: string, cut: readonly Word[]): Subject {
	const otherPlaces = placesOf(text, cut, OTHER_PRODUCT, OTHER_PRODUCT_DENSE).sort((a, b) => a - b)
	const remoteDesktop = speaksOfRemoteDesktop(text, cut)
	return { remoteDesktop, elsewhere: otherPlaces.length > 0 && !remoteDesktop, otherPlaces }
}

/**
 * Whether a text or a part of it names Remote Desktop.
 *
 * @param cut its words
 */
export const speaksOfRemoteDesktop = (text: string, cut: readonly Word[]): boolean =>
	placesOf(text, cut, REMOTE_DESKTOP, REMOTE_DESKTOP_DENSE).length > 0

function placesOf(text: string, cut: readonly Word[], words: SubjectWords, dense: readonly string[]): number[] {
	const start = text.slice(0, ENOUGH * 5)
	return [
		...cut.slice(0, ENOUGH).flatMap(({ word, index }, i) => (speaksOf(words, word, cut[i + 1]?.word) ? index : [])),
		...dense.map((word) => start.indexOf(word)).filter((index) => index >= 0),
	]
}

/** The words that only name Remote Desktop: their places among the words of a phrase. */
export function namesIn(text: string, cut: readonly Word[]): ReadonlySet<number> {
	const places = new Set<number>()
	for (const [i, { word }] of cut.entries()) {
		if (!speaksOf(NAMES, word, cut[i + 1]?.word)) continue
		places.add(i)
		if (!speaksOf(NAMES, word, undefined)) places.add(i + 1)
	}
	for (const name of NAMES_DENSE) {
		const at = text.indexOf(name)
		if (at < 0) continue
		for (const [i, { index, length }] of cut.entries())
			if (index >= at && index + length <= at + name.length) places.add(i)
	}
	return places
}

/** How long a paragraph may be to be about one thing. */
const PARAGRAPH = 400

/** Whether the paragraph around a place names another product: if any, then the one nearest to it on either side. */
export function namesOther(text: string, { otherPlaces }: Subject, index: number): boolean {
	const next = firstFrom(otherPlaces, index)
	return [otherPlaces[next - 1], otherPlaces[next]].some((place) => {
		if (place === undefined || Math.abs(place - index) > PARAGRAPH) return false
		return !/\n[ \t\r]*\n/.test(text.slice(Math.min(place, index), Math.max(place, index)))
	})
}

function speaksOf({ whole, beginnings, pairs }: SubjectWords, word: string, next: string | undefined): boolean {
	if (whole.has(word)) return true
	if (beginnings.get(word.slice(0, STEM))?.some((start) => word.startsWith(start))) return true
	const seconds = next === undefined ? undefined : pairs.get(word)
	return (
		seconds?.some((second) => (second.endsWith('*') ? next?.startsWith(second.slice(0, -1)) : next === second)) ?? false
	)
}
