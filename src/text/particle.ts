/** What 著 ends as itself: 显著, 专著, 土著, 见微知著. */
const BOUND = '[显名专土卓昭巨遗拙]|微知'
/** The same, unless what follows belongs to 着: 新著, but 创新着力, 结合着眼. */
const LOOSE = '[编原论译合新旧较]'
const FOLLOWS = '力|重|眼|想|落|陆|装|急|实|意|墨|色|火|手(?![稿册记法])'
/** 著名, but 印着名称: whatever verb stands before. */
const FAMOUS = '名(?![单册字称牌义额])'
/** What else begins with 著 as itself: 著作, but 随着作业; 著书, but 捧着书本. */
const BEGINS = '作(?![业息风])|述(?![职评])|录(?![取用制像音])|书(?![面信籍本店])|有(?![关待利效限机助])|[者称于]'
/** Verbs that 着 stands behind even so: 随着作为…, 看着书. */
const LASTING = '[看读拿带捧抱随沿朝跟味绕凭顺]'

const WRITTEN = new RegExp(
  `(?<=${BOUND})著|(?<=${LOOSE})著(?!${FOLLOWS})|著(?=${FAMOUS})|(?<!${LASTING})著(?=${BEGINS})`,
  'g',
)

/** The particle as simplified script writes it: 看著 → 看着, 著力 → 着力; but 著作, 显著, 名著 stay. */
export function mendParticle(text: string): string {
  if (!text.includes('著')) return text
  const written = new Set(Array.from(text.matchAll(WRITTEN), ({ index }) => index))
  return text.replace(/著/g, (c, at: number) => (written.has(at) ? c : '着'))
}
