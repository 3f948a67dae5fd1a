/** Words that say nothing of what a text is about: of a message, or of a query. All are folded. */

/** One string a language, in the languages of the messages. */
const LISTS = [
	// en
	'a an the this that these those it its is are was were be been being am do does did done has have had having will would can could may might must should shall not no nor and or but if then than so as at by for from in into of off on onto out over to up with within without your you yours my me we our us i he she they them his her their there here what which who when where why how all any each other some such only own same too very just also now again please try isn isnt t s re ve ll d doesnt doesn dont don cant cannot couldnt couldn wont won wasnt wasn',
	// de
	'der die das den dem des ein eine einer eines einem einen und oder aber ist sind war waren wird werden wurde wurden sein hat haben hatte kann konnen konnte nicht kein keine keinen mit ohne von vom zu zum zur in im an am auf aus bei fur nach vor uber unter durch wegen da dass weil wenn als wie so auch nur noch schon es er sie wir ihr ich mich mir sich ihre ihren ihrem ihres dieser diese dieses diesem diesen bitte',
	// fr
	'le la les un une des du de d l et ou mais est sont etait etre a ont avoir ne n pas plus avec sans pour par sur sous dans en au aux ce cet cette ces c qui que qu quoi il elle on nous vous je j me m se s votre vos mon ma mes son sa ses leur leurs y si',
	// es pt it
	'el los las una unos unas del al y o pero es son fue ser estar esta estan ha han no con sin por para su sus mi se lo que como si porque debido ya muy os as um uma do da dos das ao aos nao e ou foi ser com sem em no na nos nas seu sua o porque il lo gli i uno dei degli delle della dello nel nella nelle sul sulla non ed sono stato stata essere hai ho con senza per tra fra di che chi come perche questo questa questi',
	// nl sv da nb
	'de het een en of maar is zijn was waren wordt worden werd heeft hebben had kan niet geen met zonder van voor door op in aan bij naar om te dat die dit deze er omdat als ook nog al uw je u ik wij ons mijn en ett och eller men ar var vara har inte med utan av for pa i till fran om att som det den de du er et og ikke uden fra af til at som jeg vi din dit',
	// pl cs
	'i w z na do od po za o u nie jest sa byl byla bylo byc zostal zostala zostalo ma moze ze sie to ten ta te tego tej tym lub oraz ale ani jak gdy poniewaz a v s k ze ve na do od pro pri je jsou byl byla bylo byt nebyl neni se si ze to tento tato toto nebo ale',
	// ru uk
	'и в во не на с со к ко о об от до за по из у для при что как это этот эта эти тот был была было были быть есть или но а же бы вы мы я он она они его ее их ваш ваша і та й не на з до від за по із у для при що як це цей ця ці був була було були або але',
	// tr hu fi
	've veya ile icin bu su o bir da de mi mu ki olarak olan oldu degil gibi a az egy es vagy de nem is ez azt hogy van volt ja tai ei on oli ole se etta',
]

/** Those of all languages. */
export const STOP_WORDS: ReadonlySet<string> = new Set(LISTS.flatMap((list) => list.split(' ')))

/** Those of English, the first list. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(LISTS[0]?.split(' '))

/** Small words that people type into a search box and that may tell something inside a message. */
const OF_QUERIES = 'get gets getting got via while beim este alla dla przez vo dlya cok'.split(' ')
/** A query is so short that these are its point: "nla off", "event 261 without 1149". */
const TELLING_IN_QUERIES = new Set(['off', 'over', 'without', 'same', 'other', 'again'])

/** Left out of a query, in any language. */
export const QUERY_STOP_WORDS: ReadonlySet<string> = new Set(
	[...STOP_WORDS, ...OF_QUERIES].filter((word) => !TELLING_IN_QUERIES.has(word)),
)

/** Said about everything here: looked up only where a query says nothing else. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
	'rdp rds rdc mstsc remote desktop remotedesktop error errors err code codes problem problems issue issues windows win microsoft fehler fehlercode erreur fout blad kod hata kodu oshibka errore erro'.split(
		' ',
	),
)
