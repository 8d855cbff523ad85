// Written by `npm run gen` from the files of this folder.
import { messages as batch } from './batch.js'
import { messages as check } from './check.js'
import { messages as cli } from './cli.js'
import { messages as diff } from './diff.js'
import { messages as explain } from './explain.js'
import { messages as exportPart } from './export.js'
import { messages as facts } from './facts.js'
import { messages as input } from './input.js'
import { messages as parse } from './parse.js'
import { messages as read } from './read.js'
import { messages as repair } from './repair.js'
import { messages as stream } from './stream.js'
import { messages as validate } from './validate.js'

export const MESSAGES = [batch, check, cli, diff, explain, exportPart, facts, input, parse, read, repair, stream, validate] as const
