import { isBlank } from '../text/han.js'
import type { Block, Source } from '../types.js'

/** A line that is a button, a path, a counter or a rule of the page. Folded, without white space. */
const BUTTONS =
  /^(?:\?+|(?:(?:登录|注册|个人中心|无障碍(?:浏览|阅读)?|(?:长者|适老|关怀|手机|繁体|简体)(?:版|模式)|站群导航|智能问答)[|/]?){2,8}|(?:[[(]?(?:打印|关闭|收藏|分享|返回|纠错|下载|相关|举报|赏|字号:?|Top)(?:本页|窗口)?[\])]?[|/]?){1,6}|下载|打印|全屏|收藏|加大|还原|减小|放大|缩小|分享|关闭|返回(?:顶部|首页|列表|上一页)?|首页|网站首页|无障碍(?:浏览|阅读)?|繁體(?:版|中文)?|简体(?:版|中文)?|English|登录|注册|搜索|纠错|打印本页|关闭(?:本页|窗口)|我要(?:纠错|留言|收藏)|大|中|小|[|/·•\-=*_#.—─━═>》\]]+|跳[至到转].{0,8}(?:内容|导航)|下载(?:APP|客户端)|标签|分享[到至]|\]|网页字号.*|扫一扫.*|分享到.*|VIP.{0,4}|\d+\+|[\d.]+[KMG]B|\d+页|第\d+页(?:[/,]?共\d+页)?|.{2,60}_第\d+页|约?[\d.]+[千万]?[字页]|文档介绍|海报|侵权投诉|相关推荐|我要投稿|资源描述|图片|[[(]?[大中小][\])]|微信扫.*|.?字(?:号|体)[::].{0,12}|\[?字(?:号|体).{0,12}\]?|A[+-]+)$/
const PATHS =
  /^(?:您?(?:好|现在)?的?(?:当前)?(?:所在)?位置|当前(?:所在|位置)|您所在的位置|您现在的位置|当前栏目|导航)[::]?|^(?:热门搜索|热搜词?|搜索热词)[::]|^首页(?:>|〉|->|»|\/|-)|(?:〉|>).{1,12}(?:〉|>)/
const GREETING = /^(?:您好[,!]?)?(?:欢迎(?:您?(?:来到|访问|光临)).{0,20})$|^您好.{0,4}欢迎/
const COUNTERS =
  /^.{0,4}\d+[人次]已?(?:围观|阅读|浏览|点赞|评论|看过)$|^(?:浏览(?:量|次数)?|阅读(?:量|次数)?|点击(?:数|量|率)?|访问量|人气)[::]?\d*(?:次)?[|\s]*$/
const LEAD =
  /^(?:导语|提要|编者按|内容(?:提要|摘要)|本文(?:来源于|转自))[::].{0,120}(?:来源于网友|仅供参考|欢迎参考|不代表本站|请联系)/
const FULL_TEXT =
  /^(?:政策(?:全文|原文|内容)|全文|正文|原文|文件(?:全文|原文|内容)|(?:范文)?篇[一二三四五六七八九十]{1,2}|\[?原文下载\]?)[::]?$/
/** 「……开幕会现场。某某日报记者 张三 摄」: the words below a picture. */
const CAPTION = /^.{4,110}(?:记者|通讯员|摄影)[:/]?[一-龥·、]{2,12}(?<!拍)\/?摄?\)?$/
/** 「大会现场　张三 摄」「图为施工现场。」: a picture by whom, or of what. */
const PICTURE = /[ (:/。][一-龥·]{2,8} ?摄\)?$|^图为[^,;]{4,60}$/
/** What a site that shares documents says of them. */
const SHARED =
  /下载文档前请|不保证该用户上传的文档|(?:本站|小编)(?:为[你您]|为大家)?(?:精心)?(?:整理|收集|推荐)了?.{0,60}(?:参考|借鉴|阅读|帮助)|侵犯您的(?:权益|版权)|仅部分预览|本文档由.{0,6}用户上传|由会员分享.{0,12}在线阅读|^亲,该文档|如有?侵权,?请?(?:联系|告知)|(?:下面|以下)是.{0,12}(?:小编|网友|本站|文[档库]网?).{0,16}(?:整理|分享|带来|收集|准备|搜集)的?.{0,60}(?:参考|借鉴|学习|阅读|帮助|喜欢|资料)/
/** No such notice is longer. */
const LONGEST_NOTICE = 400
/** What the imprint of a site says, at its foot or, where a page was turned over, at its head. */
const IMPRINT =
  /^ProducedBy|^Powered ?by|ICP备|公网安备|网站标识码|^涉密文件严禁|最佳浏览效果|^[主承]办:.{2,30}(?:版权所有|$)|版权所有.{0,3}\d{4}$/
/** What stands below a body: neighbours, imprint, staff. */
const BELOW =
  /^[-·•*]?(?:上一[篇条页]|下一[篇条页])[::]|^您是第\d+位|建议使用.{0,20}分辨率|^版权所有|^主办(?:单位)?[::]|^承办(?:单位)?[::]|^技术支持[::]|^(?:备案|网站标识)|ICP备|公网安备|^\(?(?:责任?编辑?|编辑|责编|编审|校对|审核|监制|来源)[::].{0,40}\)?$|^(?:.{0,20}(?:记者|通讯员|特约撰稿))[一-龥、]{2,20}$|^\(?(?:记者|通讯员|作者)[::]?.{1,20}\)?$|^(?:网站地图|联系我们|关于我们|免责声明|版权声明|法律声明|设为首页|加入收藏)|^更新时间[::]|^香港时间\d{1,2}时\d{2}分$|^即日新闻$|^\(?原标题[::]|^[·•]?(?:姓名|联系方式|您的意见|留言内容|验证码)[::]?$|您?需要先?登录.?\)?$|请您?(?:提出|留下).{0,10}(?:意见|建议)|^(?:扫描?|长按)(?:描|一扫|识别)?二维码|^扫码|^想爆料|关注.{0,16}公众号|^(?:电话|地址|邮编|传真|Email|邮箱)[::]/i
/** From here on nothing belongs to the body. */
const END_OF_BODY =
  /^[【[(]?(?:推荐阅读|相关阅读|相关报道|相关新闻|相关链接|相关文章|延伸阅读|热点推荐|猜你喜欢|热门推荐|原文下载|附件下载)[】\])]?[::]?$/

const squeezed = (source: Source, block: Block) => {
  let out = ''
  for (let i = block.span.start; i < block.span.end && out.length < 200; i++)
    if (!isBlank(source.folded.charCodeAt(i))) out += source.folded[i]
  return out
}

/** Why a block is page furniture; undefined where it is not. `spaced`: with its white space; `below`: behind the body. */
function kindOf(text: string, spaced: string, below: boolean): string | undefined {
  if (BUTTONS.test(text.replace(/^[-·•*]+(?=.)/, ''))) return 'button'
  if (text.length < LONGEST_NOTICE && SHARED.test(text)) return 'lead'
  if (text.length > 120) return undefined
  if (PATHS.test(text)) return 'path'
  if (GREETING.test(text)) return 'greeting'
  if (COUNTERS.test(text)) return 'counter'
  if (LEAD.test(text)) return 'lead'
  if (FULL_TEXT.test(text)) return 'full-text'
  if ((/[。!]/.test(text) && CAPTION.test(text)) || (text.length <= 110 && PICTURE.test(spaced))) return 'caption'
  return IMPRINT.test(text) || (below && BELOW.test(text)) ? 'imprint' : undefined
}

export interface Furniture {
  readonly block: Block
  readonly kind: string
}

/** How many blocks at either end may be furniture; in between only what is certain on sight is taken. */
const EDGE = 40

/** Separates the page's furniture from the blocks of its text. */
export function dropFurniture(source: Source, blocks: readonly Block[]): { blocks: Block[]; furniture: Furniture[] } {
  const kept: Block[] = []
  const furniture: Furniture[] = []
  let over = false
  let prose = false
  blocks.forEach((block, i) => {
    const edge = i < EDGE || i >= blocks.length - EDGE
    const text = edge && (block.kind !== 'row' || over) ? squeezed(source, block) : ''
    over ||= i * 2 > blocks.length && END_OF_BODY.test(text)
    const spaced = text.length <= 110 ? source.folded.slice(block.span.start, block.span.end) : ''
    const kind = over ? 'neighbour' : text === '' ? undefined : kindOf(text, spaced, prose && i * 2 >= blocks.length)
    prose ||= kind === undefined && (!edge || /[。!;]/.test(text))
    if (kind) furniture.push({ block, kind })
    else kept.push(block)
  })
  return { blocks: kept, furniture }
}
