import type {Fault} from './fault.ts'
import {faultsOfFiles} from './faults-of-files.ts'
import {faultsOfMarks} from './faults-of-marks.ts'
import {faultsOfNotes} from './faults-of-notes.ts'
import {faultsOfRecords} from './faults-of-records.ts'
import {faultsOfReviews} from './faults-of-reviews.ts'
import type {Stage} from './open-specimen.ts'

/** A fault, and what has to be done to find it. */
export type PlantedFault = Fault & {
  readonly stage: Stage
  /** The texts to look in; `undefined` for all. */
  readonly texts: readonly string[] | undefined
}

/** Rules that are not found where texts are edited. */
const stages: Readonly<Record<string, Stage>> = {
  format: 'format',
  'cover-glyph': 'epub',
  'labels-language': 'epub',
}

/** The one fault of each rule that the files of the manuscript can break: where each finding stands in the specimen. */
export const plantedFaults: readonly PlantedFault[] = [
  ...faultsOfFiles,
  ...faultsOfRecords,
  ...faultsOfMarks,
  ...faultsOfNotes,
  ...faultsOfReviews,
].map((fault) => {
  const stage = stages[fault.rule] ?? 'edit'
  return {...fault, stage, texts: textsOf(fault, stage)}
})

/** The text whose file is changed; texts that nobody touched are looked into only where texts meet. */
function textsOf({file, rule}: Fault, stage: Stage): string[] | undefined {
  if (stage === 'epub') return ['footnote']
  const name = /^(?:texts|sources)\/(\w+)/.exec(file)?.[1]
  return name === undefined || rule === 'text-prefix' ? undefined : [name]
}
