/** Words of a query that tell nothing, and words that everybody types here. */

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Left out, in any language; folded. */
export const STOP = list(`
a an and any are as at be been but by can cant could did do does doesn doesnt don dont for from get gets getting got had
has have he her his how i if in into is isn isnt it its just ll may me my not of on or our out s so some t than that the
their them then there they this to too up us ve via was we what when where which while who why will with won wont would
you your
der die das den dem des ein eine einen einem und oder ist sind nicht kein keine mit bei beim von vom zu zum zur im am an
auf fur nach uber aus es ich wir sie kann wird wurde werden hat haben durch sich
le la les l un une des du de d et ou est sont ne pas au aux avec pour par sur dans en ce cette il elle n qu que qui se a
el los las una unos y o es son no con por para del al lo su se que esta este
il lo gli i e di da in non con per su del della dei delle che si una uno alla al nel
os as um uma do dos das no na nos nas ao nao com por para que se
de het een en van op met voor niet geen is aan te bij naar dat die er ik je
nie sie sie z ze w we do na od po dla jest sa i oraz lub to przez za
i v vo na s so po dlya ne
и в во на с со по для не из от за к ко у о об при это как что был была было
ve bir bu icin ile da de mi ne cok
`)

/** Said about everything here: looked up only where nothing else is said. Folded. */
export const GENERIC = list(`
rdp rds rdc mstsc remote desktop remotedesktop error errors err code codes problem problems issue issues windows win
microsoft fehler fehlercode erreur fout blad kod hata kodu oshibka errore erro
`)
