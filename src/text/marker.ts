/**
 * What a line of its own begins with, in either width, as parts of patterns; which style a marker has is said in
 * `outline/`. 「一、」「（一）」「第一章」「第一，」「1.」「1）」「①」, not 「3.5万人」.
 */
export const NUMBERED =
  '(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\\d{1,3}[)）、.．](?!\\d)|第 ?[一二三四五六七八九十百零〇\\d -]{1,6}[章节条编篇部,，]|[①-⑳⑴-⒇])'

/** Signs before the points of a list, as members of a class. */
export const BULLETS = '●■◆◇◎○▲★☆•·▪►❖'
