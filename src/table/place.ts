import { isUnit } from '../text/unit.js'

/** 「青山县」「城关镇」「高新区」 */
const PLACE = /^[\u4e00-\u9fff]{1,14}(?:[省市县区州盟旗镇乡村]|街道|社区)(?:\([\u4e00-\u9fff]{1,12}\))?$/
/** Sums of the rows around them: of no place that the table names. */
export const SUM = /^(?:合计|总计|共计|汇总)$/
export const PART = /^(?:小计|其中)/

/** Whether a cell names a place or a body, or sums several: 「青山县」「县水利局」「合计」 */
export const isPlace = (text: string) => PLACE.test(text) || isUnit(text) || SUM.test(text) || PART.test(text)
