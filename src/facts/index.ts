// Written by `npm run gen` from the files of this folder.
import { extractor as modality } from './modality.js'

export const EXTRACTORS = [modality] as const
