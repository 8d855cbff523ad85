import type { Style } from '../types.js'

/** What a number counts: no marker stands before it. */
const COUNTED =
  '[个月年天日项人名家处条件次岁号级类批期季周种款座所台套件吨亩米斤户场辆头只秒度分倍成万亿千百多余至到点型层楼届卷册页章节编部位栋幢间公平立小毫厘口]'

/** 「4法律进村」 has lost its mark, 「2.24小时值班」 runs into a figure: markers only as the next ones of a list. */
export const style: Style = {
  name: '1',
  rank: 6,
  pattern: new RegExp(
    `(\\d{1,2})(?:(?=[一-龥])(?!${COUNTED})|(?<!(?<!\\d)1)\\.(?=\\d{1,3}(?:小时|个(?!百分)|[月年岁家项名户条类])))`,
    'y',
  ),
  ordinal: Number,
  strict: true,
  goesOn: ['1、', '1.'],
}
