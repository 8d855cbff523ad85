// Written by `npm run gen` from the files of this folder.
import { repair as gloss } from './gloss.js'

export const REPAIRS = [gloss] as const
