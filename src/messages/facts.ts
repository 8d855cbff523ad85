/** What is said about facts: id → [Chinese, English]. */
export const messages = {
  'list-counts-differ': [
    '“{text}”中列举 {subjects} 项、数值 {values} 个，未逐项对应，请人工核对。',
    'In “{text}” {subjects} items face {values} values; they were not dealt out, please check.',
  ],
  'year-unknown': [
    '“{text}”无法换算成日期：文件没有年份。',
    '“{text}” has no date: the document gives no year to count from.',
  ],
} as const
