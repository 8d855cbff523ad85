import { holdLaws } from './real.js'

holdLaws(/\.(?:txt|md|html|docx?)$/, 30_000)
