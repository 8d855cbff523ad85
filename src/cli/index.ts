// Written by `npm run gen` from the files of this folder.
import { command as diff } from './diff.js'
import { command as parse } from './parse.js'
import { command as text } from './text.js'
import { command as trend } from './trend.js'

export const COMMANDS = [diff, parse, text, trend] as const
