// Written by `npm run gen` from the files of this folder.
import { command as parse } from './parse.js'
import { command as text } from './text.js'

export const COMMANDS = [parse, text] as const
