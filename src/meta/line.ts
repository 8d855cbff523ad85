import { HAN_YEAR, readDate } from '../text/date.js'
import { BULLETS, NUMBERED } from '../text/marker.js'
import { CLOSE, OPEN } from '../text/number-brackets.js'
import { isKind, kindOf } from './title.js'

/** Words that the name of a body that issues documents ends in. */
const AGENCY =
  '(?:人民政府|政府|委员会|办公[厅室]|[局厅委部院署行办会]|总局|中央|国务院|常务委员会|人大|政协|党组|党工委|管委会|指挥部|领导小组|中心|集团|公司|大学|学院|小学|中学|高中|幼儿园|馆|医院|学校|协会|学会|联合会|总工会|支队|大队|公安处|林场|联合社|供销社|合作社|联社|分行|支行|站|所|处|科)'
const NAME_OF_AGENCY = new RegExp(`^[一-龥、()·]{2,40}${AGENCY}(?:\\([^()]{1,10}\\)|\\(盖章\\)|\\(章\\))?$`)
const DOCUMENT_NUMBER = new RegExp(`^(?:.{0,6}:)?\\(?[一-龥]{1,16}${OPEN}\\d{4}${CLOSE}第?\\d{1,5}号\\)?$`)
/** 「青市发〔201737」: a number that lost its second bracket and 号. */
export const TORN_NUMBER = new RegExp(`^([一-龥]{2,12}${OPEN}(?:19|20)\\d\\d)(\\d{1,3})$`)
const MARKER = new RegExp(`^(?:${NUMBERED}|\\d\\.\\d|[${BULLETS}]|-(?!-))`)

/** 「一、…」「（一）…」「第一章 …」「1.…」: the line begins with a number or a bullet. */
export const isMarked = (text: string) => MARKER.test(text)

/** The number of an order or announcement: 「第706号」「2024年第5号」 */
const SERIAL_NUMBER = /^\(?(?:\d{4}年)?第?\d{1,4}号\)?$/

/** 「府教体字第1120012345号」, also behind its day: 「中华民国113年1月15日松府社长字第1130004521号函颁」 */
const LETTERED = /^(?:(?:中华)?民国 ?\d{2,3}年\d{1,2}月\d{1,2}日)?[一-龥]{2,12}字第\d{7,12}号[函令公告颁修订定书]{0,4}$/

/** 「…3号　签发人：李某」「…3号 2021-03-04」 */
const BEHIND_NUMBER = /(?:签发人:[一-龥、]{2,20}|\d{4}-\d{1,2}-\d{1,2})$/

/** 「(湘卫发〔2018〕3号)」「第706号」 alone on a line. */
export const isNumberLine = (text: string) =>
  text.length < 60 &&
  (DOCUMENT_NUMBER.test(text.replace(BEHIND_NUMBER, '')) ||
    TORN_NUMBER.test(text) ||
    SERIAL_NUMBER.test(text) ||
    LETTERED.test(text))

/** 「全体教职工：」「广大市民：」 */
const PEOPLE = /^(?:全体|全[校院厂村县市镇区]|广大)[一-龥、]{2,20}:$/

/** 「各县（市、区）人民政府，省政府各部门：」 */
export const isAddressees = (text: string) =>
  PEOPLE.test(text) ||
  (text.length < 400 &&
    /:$/.test(text) &&
    !MARKER.test(text) &&
    !/[。!?;]|[\dx×]年|[今去近往]年|了|取得|体现|方面|^(?:为|根据|按照|现|经|依据|遵照)|制定|提出|通知|其中:$|\d[万亿]?(?:[个所家项座条处人名户亩元]|公里|平方米)|如下:$|下列:$|包括:$|以下:$|主要是:$|附件:$|附:$|(?:^|[(;,。])(?:责任|牵头|配合|联系)单位:$|^(?:各位|同志们|尊敬的|今天|以下)|(?:发言|讲话|致辞):$|:.+:$/.test(
      text,
    ) &&
    /各|政府|[委局厅部院署办会行校社所处科站]|中心|单位|公司|企业|机构|大学|学院|医院/.test(text))

/** 「我市召开创建文明城市推进会」: a meeting, not a body. */
const MEETING =
  /召开|举行|举办|开展|赴|我[省市县区镇]|会议$|(?:推进|座谈|动员|现场|表彰|发布|调度|培训|启动|交流|报告|汇报|研讨|论证|听证|部署|视频|电视电话|工作|宣讲|展览|博览|运动|交易|洽谈)会$/

/** 「2019年7月16日」, alone on a line or in brackets, or 「20190716」; the day in EDTF parts. */
export function dateLine(text: string) {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  if (year) return readDate(`${year}-${month}-${day}`, 0)
  const bare = text
    .replace(/^\((.*)\)$/, '$1')
    .replace(/(?:印发|发布|\(星期[一二三四五六日天]\)|(?<=日)\d{1,2}:\d{2}(?::\d{2})?)$/, '')
  const date = bare.length < 24 ? readDate(bare, 0) : undefined
  return date?.month && date.end === bare.length ? date : undefined
}

const YEAR = new RegExp(`(?:\\d{4}|${HAN_YEAR})年`)

/** 「2017年3月9日 08:30 某某日报 评论（人参与」 */
const TIMED = /^\d{4}年\d{1,2}月\d{1,2}日\d{1,2}:\d{2}(?::\d{2})?[^。;:]{2,30}$/
/** 「09.03.2017 08:30」 */
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\d{1,2}:\d{2})?$/

/** 「某某网 2020-03-04 10:20:30 要闻」: a page's line with the day it came out, without a label. */
export function pageDate(text: string) {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? []
  const alone = year ? readDate(`${year}-${month}-${day}`, 0) : TIMED.test(text) ? readDate(text, 0) : undefined
  if (alone) return { date: alone, name: '' }
  const match = /^[^\d。,;:《]{0,16}(?=(\d{4})([-/.])\d{1,2}\2\d{1,2})/.exec(text)
  const date = match && text.length < 50 ? readDate(text, match[0].length) : undefined
  return date && /^(?:\d{2}:\d{2}(?::\d{2})?)?[^\d。,;:]{0,10}$/.test(text.slice(date.end))
    ? { date, name: match![0] }
    : undefined
}

/** 「2021年月日」「2021年3月 日」 alone on a line: a date that lost its digits, or never had them. */
export const isBrokenDate = (text: string) =>
  /^\(?(?:\d{0,4}|[〇零○一二三四五六七八九]{0,4})年[\d一二三四五六七八九十]{0,3}月[\d一二三四五六七八九十]{0,3}日\)?$/.test(
    text,
  ) && !dateLine(text)

/** 「——2014年3月5日在第十二届全国人民代表大会第二次会议上」「2021年5月21日上海市…会议通过」: the note under a title. */
export function titleNote(text: string) {
  if (text.length > 160 || !/(?:会议上|大会上|会上|通过|批准|公布|修订|修正|发布)\)?$/.test(text)) return undefined
  const bare = text.replace(/^(?:\(|-+)/, '')
  const at = bare.search(YEAR)
  return at >= 0 && at < 30 ? readDate(bare, at) : undefined
}

/** The name of an agency alone on a line, or several: 「重庆市人民政府」. */
export const isAgency = (text: string) =>
  text.length <= 40 && NAME_OF_AGENCY.test(text) && !MARKER.test(text) && !MEETING.test(text)

/** 「某县乡村振兴局编」「某市信息中心主办」: who makes a brief. */
export const isMaker = (text: string) => MAKER.test(text) && isAgency(text.replace(MAKER, ''))
export const MAKER = /(?:主办|编印|编)$/

/** The hundred commonest surnames and those of two characters: what a name alone on a line begins with. */
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝])'
/** Words of headings that begin like names: 「金融」「文化建设」「安全生产」 */
const TOPIC =
  /[业化育融全利务设村康通源游居老目标作施求点排障务]$|^(?:安全|文化|金融|时间|应急|成效|农业|农村|房屋|方案|方法|关于|明确|高质量|全面|全力|和谐|路线|解决|向上|应对|管理|连续|时代|任务|严格|严守)/
const NAMED = new RegExp(`^${SURNAME}[一-龥·]{1,2}$`)
/** 「县长王立新」 */
const TITLED = /(?:总理|省长|市长|县长|区长|州长|镇长|乡长|主席|主任|局长|厅长|部长|书记|院长|检察长):?[一-龥·]{2,4}$/

/** 「记者王某某/报道」 */
const REPORTED = /^(?:记者|文|图文?|撰文)[/:]?[一-龥·]{2,8}\/?(?:报道|报导|摄影)$/

/** 「刘晓芳」「国务院总理李克强」「省长 毛伟明」: who speaks or wrote. */
export const isByline = (text: string) =>
  (text.length <= 4 && NAMED.test(text) && !TOPIC.test(text) && !isKind(text)) ||
  (text.length < 40 && TITLED.test(text) && kindOf(text) === undefined) ||
  REPORTED.test(text)

/** 「（此件公开发布）」 */
export const isNote = (text: string) => /^\((?:此件|此文|联系人|信息公开|联系电话)[^()]{0,80}\)$/.test(text)

export const isCopiedTo = (text: string) => /^(?:抄送|抄报|主送|分送|报送|副本送|副本|[报送发]):/.test(text)

export const isAttachments = (text: string) => /^附件?(?:[:：]|\d{0,2}[.:：、])/.test(text)

/** 「附件」 alone on a line, above the text that is attached. */
export const ATTACHMENT = /^附件?\d{0,2}[:：.]?$/

/** 「青卫函〔2016〕94号.pdf」: a file that a page offers. */
export const isFileName = (text: string) => /^[^。;]{2,80}\.(?:docx?|xlsx?|pdf|wps|rtf|zip|rar|ceb|ofd)$/i.test(text)

/** True for a paragraph or heading of the body, false for a line that may belong to a page's head. */
export const isBody = (text: string) =>
  isSalutation(text) ||
  MARKER.test(text) ||
  (/[。!?…][”’)]*$|[。!?]./.test(text) && text.length >= 10) ||
  (/(?:如下|如次|以下.{1,12}):$/.test(text) && text.length >= 10) ||
  text.length > 120 ||
  /^\d{4}年$|\|.*\|$/.test(text) ||
  /^(?:为|根据|按照|依据|现[将就]).{8,}[:。]$/.test(text) ||
  (/^(?:\d{4}年.*[,、:]|[[【]本报.{0,12}[\]】]|按:|编者按:?|新华社.{0,12}电(?:\(.{1,20}\))?.|各位代表)/.test(text) &&
    !/工作|计划|规划|方案|要点|通知|意见|报告/.test(text.slice(0, 60).split(/[,。]/)[0]!) &&
    kindOf(text) === undefined)

/** 「各位代表：」「立法会主席、各位议员、各位市民：」: whom a speech speaks to; what stands above is its head. */
export const isSalutation = (text: string) =>
  text.length < 60 && /^(?:尊敬的|同志们|(?:.{2,12}[、,]){0,4}各位).{0,30}[:!]$/.test(text)

/** 「新华社北京2月13日电」 alone on a line: the wire that a page took its text from. */
export const isWire = (text: string) =>
  /^(?:新华社|中新社|人民网|本报)[^。,]{0,20}[电讯](?:\([^()]{1,30}\))?$/.test(text)
