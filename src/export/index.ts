// Written by `npm run gen` from the files of this folder.
import { table as deadlines } from './deadlines.js'
import { table as documents } from './documents.js'
import { table as indicators } from './indicators.js'
import { table as references } from './references.js'
import { table as responsible } from './responsible.js'
import { table as sections } from './sections.js'
import { table as tasks } from './tasks.js'

export const TABLES = [deadlines, documents, indicators, references, responsible, sections, tasks] as const
