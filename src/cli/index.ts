// Written by `npm run gen` from the files of this folder.
import { command as diff } from './diff.js'
import { command as exportPart } from './export.js'
import { command as parse } from './parse.js'
import { command as repair } from './repair.js'
import { command as schema } from './schema.js'
import { command as stream } from './stream.js'
import { command as text } from './text.js'
import { command as trend } from './trend.js'
import { command as validate } from './validate.js'

export const COMMANDS = [diff, exportPart, parse, repair, schema, stream, text, trend, validate] as const
