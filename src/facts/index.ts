// Written by `npm run gen` from the files of this folder.
import { extractor as deadline } from './deadline.js'
import { extractor as indicator } from './indicator.js'
import { extractor as modality } from './modality.js'
import { extractor as reference } from './reference.js'
import { extractor as responsible } from './responsible.js'

export const EXTRACTORS = [deadline, indicator, modality, reference, responsible] as const
