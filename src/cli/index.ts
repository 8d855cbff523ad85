// Written by `npm run gen` from the files of this folder.
import { command as diff } from './diff.js'
import { command as parse } from './parse.js'
import { command as text } from './text.js'

export const COMMANDS = [diff, parse, text] as const
