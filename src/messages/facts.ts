/** What is said about facts: id → [Chinese, English]. */
export const messages = {
  'list-counts-differ': [
    '“{text}”中列举 {subjects} 项、数值 {values} 个，未逐项对应，请人工核对。',
    'In “{text}” {subjects} items face {values} values; they were not dealt out, please check.',
  ],
  'year-unknown': [
    '“{text}”无法换算成日期：文件中没有可据以推算的年份或日期。',
    '“{text}” has no date: the document gives no year or day to count from.',
  ],
  'title-open': [
    '“{text}”缺少右书名号，书名到此为止系按词语推断，请人工核对。',
    '“{text}” has no closing mark; that the title ends here was told by its words, please check.',
  ],
  'title-unopened': [
    '“{text}”缺少左书名号，书名从此处开始系按词语推断，请人工核对。',
    '“{text}” has no opening mark; that the title begins here was told by its words, please check.',
  ],
  'title-lost': [
    '“{text}”处书名号不成对，未能读出书名。',
    'At “{text}” a title lacks one of its marks and could not be read.',
  ],
  'number-broken': [
    '“{text}”中的文号不完整，年份或序号未知，未收入结果。',
    'The document number in “{text}” is not whole; its year or serial is unknown, and it was left out.',
  ],
  'fact-lost': [
    '“{text}”处有文字缺损，数值或名称不可靠，未收入结果，请对照原件。',
    'Characters are lost at “{text}”; what it says cannot be relied on and was left out, please see the original.',
  ],
  'date-broken': [
    '“{text}”的年、月或日的数字不完整，日期未知。',
    'The digits of the year, month or day are not whole in “{text}”; the date is unknown.',
  ],
} as const
