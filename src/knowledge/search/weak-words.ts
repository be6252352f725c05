/**
 * Words that say how something is asked or told rather than what about: common verbs, adverbs, measures of quality, and
 * chat. They are looked for like other words, but neither weigh as much nor count as missing when no fact has them.
 */
export const WEAK_WORDS: readonly string[] = `
able actual again ago almost alone along already alright always amount anything anyway apart apparently around ask
asked asking asks away back bad basic basically bc because best better big bit both bother bring bro brought btw buddy
bunch came case cause certain certainly chance change clear clearly close come comes coming common completely confused
consider correct couldnt couple course crazy curious currently cuz day days dear decent definitely depend describe
despite detail details dude dunno else enough especially etc even eventually everybody everyone everything everywhere
exactly example examples except exist existing exists expect explain explanation fact fair fairly far feel few find
fine first folks follow following forget form found friend friends full fully fun gave general generally get gets
getting gimme give given gives giving go goes going gone gonna good got gotta gotten great guess guy guys haha half
hand happen happened happening happens hard hardly hear heard hell help helpful hmm hold honestly hope huge idea idk
imagine imho imo important indeed info information instead interested interesting issue keep keeps kept kind kinda
kinds knew know known knows lack lately later latest least leave left less let like likely line little lmao lol long
longer look looked looking looks lot lots luck made main mainly make makes making manage many mate matter matters
maybe mean meaning means meant meanwhile mention mentioned might mind minute moment month months mostly move must name
named names nearly necessary need needed needs never nice none nope normal normally nothing notice now nowadays
obvious obviously often oh ok okay old once online only open opinion option order otherwise overall particular
particularly pass past people perhaps person place plan plans plenty pls plz point points possible possibly pretty
previous probably problem problems proper properly purpose put question questions quick quickly quite ran random
rather read reading ready real reason reasons recent recently regarding related remember right roughly said same saw
say saying says second see seeing seem seems seen sense serious seriously set several short show shown shows similar
simple simply since situation small so soon sorry sort sound speak special specific specifically start started stay
step stop story strange stuff stupid such suddenly suggest suppose supposed sure take taken takes taking talk talking
teacher tell telling tend term terms thing things think thinking third thought time times tiny today together told
tomorrow tonight took total totally toward tried true truly try trying turn turns typical typically understand unless
unlike until upon use used useful uses using usual usually various view vs wait wanna want wanted wants watch way ways
week weeks weird welcome well went whatever whenever wherever whole wish wonder wondering word words work worked
working works worry worse worst worth wow wrong wtf yeah year years yep yesterday yo
`
  .trim()
  .split(/\s+/);
