/**
 * Property tests take the same examples in every run, so that a change is judged by what it changed. SEED=… tries others, and
 * is what to give to see a failure again.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SEED ?? 904) })
