// Two plans of about 10,000 characters each: the changes between them against a plain character diff of the two texts.
// And 200 × 200 against 400 × 400 sections: twice the size may cost little more than twice the time.
import { diffChars } from 'diff'
import { diff } from '../dist/index.js'

const VERBS = ['推进', '完善', '加强', '规范', '扩大', '落实', '建立', '优化']
const THINGS = [
  '村卫生室',
  '家庭医生',
  '学前教育',
  '污水管网',
  '养老床位',
  '公交线路',
  '图书馆',
  '河道',
  '电梯',
  '校车',
]
const ENDS = ['建设', '服务', '管理', '改造', '培训', '考核', '巡查', '补助']
let seed = 7
const pick = (list) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return list[(seed >>> 8) % list.length]
}
const clause = () => pick(VERBS) + pick(THINGS) + pick(ENDS)

function planOf(count, texts) {
  const sections = Array.from({ length: count }, (_, i) => ({
    id: `${i + 1}`,
    style: '一、',
    title: texts[i].slice(0, 12),
    span: [0, 1],
    tasks: [{ id: `${i + 1}.t1`, text: texts[i], span: [0, 1] }],
  }))
  return { planVersion: '1', document: { title: '计划', source: {} }, sections }
}

function pairOf(count) {
  const texts = Array.from({ length: count }, () => `${Array.from({ length: 6 }, clause).join('，')}。`)
  const fresh = texts.map((text, i) => (i % 3 === 0 ? text.replace('，', `，${clause()}，`) : text))
  fresh.push(...fresh.splice(3, 5))
  return { old: planOf(count, texts), fresh: planOf(count, fresh), texts: [texts.join('\n'), fresh.join('\n')] }
}

function median(rounds, run) {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[rounds >> 1]
}

const small = pairOf(200)
const large = pairOf(400)
const plans = median(15, () => diff(small.old, small.fresh))
const twice = median(15, () => diff(large.old, large.fresh))
const chars = median(5, () => diffChars(...small.texts))
console.log(`characters ${small.texts[0].length}, ${small.texts[1].length}`)
console.log(`diff of plans / diffChars: ${(plans / chars).toFixed(2)} (limit 3)`)
console.log(`400 × 400 sections / 200 × 200: ${(twice / plans).toFixed(2)} (limit 3)`)
