// Texts made to be slow: each is parsed whole at one length and at twice that length. A pattern that is not linear shows in
// the ratio of the two (processor time, so that other programs do not count); more than 2.5 fails.
import { parse } from '../dist/index.js'

const LIMIT = 2.5
const ROUNDS = 5
/** The first length of a text: long enough to be above the noise. */
const LENGTH = 250_000

const fill = (unit) => (length) => unit.repeat(Math.ceil(length / unit.length))
/** One unit in the middle that is as long as the text. */
const around = (before, unit, after) => (length) => before + fill(unit)(length) + after

const TEXTS = {
  'a million digits': (length) => fill('1234567890')(2 * length),
  'digits and points': fill('1.'),
  '〔1111…号': around('湘卫发〔', '1', '〕3号'),
  '湘卫发〔2018〕 without 号': fill('湘卫发〔2018〕'),
  '1号1号…': fill('1号'),
  '一一一…': fill('一'),
  '十百千万…': fill('一百万亿'),
  '分别、、、': around('甲、乙、丙分别不低于', '、', '80%'),
  '1%、1%、…': around('甲、乙分别达到', '1%、', '。'),
  '《《《…': fill('《'),
  '《〈《〈…': fill('《〈'),
  '》》》…': fill('》'),
  '《…》 one title': around('落实《', '甲', '》要求。'),
  '“““…': fill('“'),
  '(((…': fill('('),
  '（ with a gap behind every sentence': (length) => `（${fill('推进工作。 ')(length)}`,
  'letters apart in one line': fill('甲 A乙 '),
  '（（））…': (length) => '（'.repeat(length / 2) + '）'.repeat(length / 2),
  '（[（[…': fill('（['),
  'markers inside each other': (length) =>
    Array.from(
      { length: length / 40 },
      (_, i) => `${['一、', '（一）', '1.', '（1）', '①'][i % 5]}推进第${i}项工作`,
    ).join('\n'),
  'one marker again and again': fill('一、推进工作\n'),
  '一是一是…': fill('一是推进二是推进'),
  '第一条第一条…': fill('第一条'),
  '牵头牵头…': fill('牵头'),
  '由由由…': fill('由'),
  '（由（由…': fill('（由'),
  '局、局、…牵头': around('由', '市财政局、', '牵头。'),
  '责任单位：：…': fill('责任单位：'),
  '每每每…': fill('每'),
  '每年每年…': fill('每年'),
  '十四五十四五…': fill('十四五'),
  '春节、春节前…': fill('春节、'),
  '〔2018〕3号、5号…': around('国发〔2018〕3号', '、5号', '。'),
  '市财政局牵头、…': fill('市财政局牵头、'),
  '6月、6月、…底前': around('', '6月、', '7月底前。'),
  '年年年…': fill('年'),
  '2019年2019年…': fill('2019年'),
  '2019-2019-…': fill('2019-'),
  '1月1日至1月1日…': fill('1月1日至'),
  '自自自…之日起': around('自', '自', '之日起30日内'),
  '以下简称…': fill('（以下简称“办法”）'),
  '称称称…': fill('称'),
  '关于关于…': fill('关于'),
  '关于…的通知…': fill('关于的通知'),
  '应应应…': fill('应'),
  '支持支持…': fill('支持'),
  '不不不…': fill('不'),
  '以上以上…': fill('以上'),
  '其中其中…': fill('其中'),
  spaces: fill(' '),
  'lines without text': fill('\n'),
  'short lines': fill('甲\n'),
  'one line': fill('推进基层卫生工作'),
  sentences: fill('推进工作。'),
  'table marks': fill('|'),
  tabs: fill('甲\t乙\n'),
  'question marks': fill('中?國'),
  glosses: fill('國(guó)'),
  traditional: fill('衛生機構'),
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1]

async function timeOf(text) {
  const start = process.cpuUsage()
  const { plan } = await parse(text)
  if (plan.planVersion !== '1') throw new Error('no plan came back')
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

await timeOf(fill('2019年，全市新建公园5个。\n')(LENGTH))
let failed = false
for (const [name, make] of Object.entries(TEXTS)) {
  const [once, twice] = [make(LENGTH), make(2 * LENGTH)]
  const ratios = []
  // A ratio beyond the limit is measured again: noise goes away, a slow pattern does not.
  for (let round = 0; round < ROUNDS && (round === 0 || median(ratios) > LIMIT); round++) {
    const first = await timeOf(once)
    ratios.push((await timeOf(twice)) / first)
  }
  const ratio = median(ratios)
  if (ratio > LIMIT) failed = true
  console.log(`${ratio.toFixed(2)}${ratio > LIMIT ? '  TOO SLOW' : ''}  ${name}`)
}
if (failed) process.exitCode = 1
