// Written by `npm run gen` from the files of this folder.
import { repair as entity } from './entity.js'
import { repair as gloss } from './gloss.js'
import { repair as misaligned } from './misaligned.js'

export const REPAIRS = [entity, gloss, misaligned] as const
