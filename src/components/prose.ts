/** The components every article may use without importing them. */
import CauseMap from './CauseMap.astro'
import KeyChain from './KeyChain.astro'
import Note from './Note.astro'
import Pre from './Pre.astro'
import Script from './Script.astro'
import Setting from './Setting.astro'
import Triage from './triage/Triage.astro'
import Warning from './Warning.astro'

export const prose = { pre: Pre, Warning, Note, Script, Setting, KeyChain, CauseMap, Triage }
