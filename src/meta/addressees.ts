/** Between two complete names: 「…卫生局∣、∣各直属单位」, not 「各县（市）、区人民政府」. */
const BETWEEN =
  /(?<=政府|部门|机构|单位|[局厅委部院办会处站所校]|[局厅委部院办会处室]）|中心|公司|企业|学校|大学|医院)、(?=各|有关|省|市|县|区|州|镇|局|驻|中央|国务院|直属|全)(?=[^、]{2})|(?<=）)、(?=[省市县区州镇乡][直属])/
/** 「某某学院」「某某集团」: a body that no other shares its last word with. */
const PROPER = /^(?![各有市县区省州]).{2,}(?:学院|大学|公司|集团|医院|银行|学校|中学|管委会)$/
const GROUP = /^(?:各|有关)/

/**
 * Splits 主送机关 at the marks between complete names: 「各市、州、县人民政府、省政府部门」 → two. Where commas part them, a 、
 * between 「各…」 stands inside one: 「各区县委、区县政府，市级各部门」 → two.
 */
export function splitAddressees(text: string): string[] {
  const parts = text.replace(/[：:]$/, '').split(/[，,；;]/)
  return parts
    .flatMap((part) => {
      const names = part.split('、')
      if (names.every((name) => PROPER.test(name))) return names
      const pieces = part.split(BETWEEN)
      // 「国务院各部委、各直属机构」: the second is the same master's.
      const groups = pieces.filter((piece) => GROUP.test(piece)).length
      return groups === 0 || (parts.length === 1 && GROUP.test(pieces[0]!)) ? pieces : [part]
    })
    .filter(Boolean)
}
