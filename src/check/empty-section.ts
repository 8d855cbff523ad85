import type { Breach, PlanSection, Rule } from '../types.js'
import { siblings } from './plan/view.js'

/** 1. 甲湿地 2. 乙湿地: entries of a list, which are nothing but their titles. */
const isList = ({ title, tasks, sections }: PlanSection) => title !== undefined && !tasks && !sections

export const rule: Rule = {
  id: 'empty-section',
  severity: 'warning',
  basis: ['实务', 'practice'],
  sentence: ['这一节没有任何内容。', 'This section holds nothing.'],
  why: [
    '标题下没有任务也没有小节，多半是正文丢失，或者把一句话当成了标题。',
    'A heading without tasks or sections below it mostly means that its text was lost or that a sentence was taken for a heading.',
  ],
  check(view) {
    return siblings(view)
      .filter((group) => group.length === 1 || !group.every(({ section }) => isList(section)))
      .flat()
      .filter(({ section: { tasks, sections: below } }) => !tasks && !below)
      .map(({ path }): Breach => ({ path: [...path, 'id'] }))
  },
}
