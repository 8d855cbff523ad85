/** 五年规划（计划）: ordinal → first and last year. Source: the plans' own titles; 1963 to 1965 belonged to none. */
export const FIVE_YEAR_PLANS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  一五: [1953, 1957],
  二五: [1958, 1962],
  三五: [1966, 1970],
  四五: [1971, 1975],
  五五: [1976, 1980],
  六五: [1981, 1985],
  七五: [1986, 1990],
  八五: [1991, 1995],
  九五: [1996, 2000],
  十五: [2001, 2005],
  十一五: [2006, 2010],
  十二五: [2011, 2015],
  十三五: [2016, 2020],
  十四五: [2021, 2025],
  十五五: [2026, 2030],
  十六五: [2031, 2035],
}
