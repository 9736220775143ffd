/**
 * The stem of an Arabic word after light10 (Larkey, Ballesteros and Connell 2007, "Light stemming for Arabic information retrieval",
 * table 2): and-, the articles with what is joined before them, and ten endings go. No root is sought: light10 finds more than
 * root stemmers do, and does not take كاتب and مكتبة for one word.
 * @param word folded as names are (core/linkage/names): one alef, ه for ة, ي for ى, no hamza, no vowel signs
 */
export function stemArabic(word: string): string {
  return ENDINGS.reduce(
    (left, ending) =>
      left.endsWith(ending) && left.length - ending.length >= 2 ? left.slice(0, -ending.length) : left,
    withoutArticle(word),
  )
}

/** Longest first, so that وال goes whole. */
const ARTICLES = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل']
/** In the order in which the paper takes them; ية and ة are يه and ه after folding. */
const ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']

function withoutArticle(word: string): string {
  const bare = word.startsWith('و') && word.length >= 4 ? word.slice(1) : word
  const article = ARTICLES.find((one) => bare.startsWith(one) && bare.length - one.length >= 2)
  return article === undefined ? bare : bare.slice(article.length)
}
