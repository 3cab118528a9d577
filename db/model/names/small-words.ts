/** Short closed lists of words, in Norwegian, English and what names take from other languages. All in small letters. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that are never a name, however they are written: pronouns, articles, what joins sentences, days, months. */
export const SMALL_WORDS = set(
  [
    'jeg du han hun det den vi dere de meg deg ham henne oss dem min din sin vår deres hans hennes en ei et og eller men',
    'om at som når da der her hvor hvem hva hvorfor fordi selv også ikke ingen noen alle mange flere etter før under over',
    'i på til fra for med av ved mot mellom gjennom siden dette disse denne slik så derfor dessuten likevel både',
    'mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september oktober',
    'november desember a an the he she it we you they i me him her us them my your his its our their and or but if that',
    'this these those when where who what why how because not no some all many after before under over in on to from for',
    'with of at by there here then so also monday tuesday wednesday thursday friday saturday sunday january february',
    'march may june july october december isbn',
  ].join(' '),
);

/** Words inside of names that are written small. */
export const WITHIN_NAMES = set('de del della di du la le von van der af of bin ibn zu ten ter y');

/** Words that places follow. */
export const WORDS_BEFORE_PLACES = set('i til fra ved på nær utenfor in to from at near outside towards');
