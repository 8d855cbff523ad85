// Written by `npm run gen` from the files of this folder.
import { style as arabicBare } from './arabic-bare.js'
import { style as arabicComma } from './arabic-comma.js'
import { style as arabicDot } from './arabic-dot.js'
import { style as arabicParen } from './arabic-paren.js'
import { style as article } from './article.js'
import { style as bullet } from './bullet.js'
import { style as chapter } from './chapter.js'
import { style as circled } from './circled.js'
import { style as decimal } from './decimal.js'
import { style as hanBare } from './han-bare.js'
import { style as hanComma } from './han-comma.js'
import { style as hanIs } from './han-is.js'
import { style as hanParen } from './han-paren.js'
import { style as ordinalComma } from './ordinal-comma.js'
import { style as part } from './part.js'
import { style as volume } from './volume.js'

export const STYLES = [
  arabicBare,
  arabicComma,
  arabicDot,
  arabicParen,
  article,
  bullet,
  chapter,
  circled,
  decimal,
  hanBare,
  hanComma,
  hanIs,
  hanParen,
  ordinalComma,
  part,
  volume,
] as const
