/**
 * What stands for 〔 and 〕 around the year of a 发文字号 in folded text, as parts of patterns: 〔2018〕 [2018] (2018)
 * 【2018】 ［2018］ ﹝2018﹞ <2018> {2018} „2018‟, [[2018]], and two that do not match: 〔2018).
 */
export const OPEN = '[[(〈{“]{1,2}'
export const CLOSE = '[\\])〉}”]{1,2}'
