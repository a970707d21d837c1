/** What English first names are shortened to. Pure data, and who may be meant by such a name. */

/** A name, and what people call those who bear it. */
const shortNames = `
abigail abby abbie gail | adrian ade | alan al | albert al bert bertie | alexander alex al sandy xander lex | alexandra alex alexa sandra lexi
alfred alf alfie fred | alison ali ally | allison ali ally | amanda mandy | amelia amy millie | andrea andie | andrew andy drew | angela angie ange
anna annie | anne annie | annabel bel annie | anthony tony ant | antony tony ant | archibald archie | arthur art | barbara barb babs | barnaby barney
beatrice bea trixie | benedict ben | benjamin ben benji benny | bernard bernie | bethany beth | bridget bridie biddy | bronwen bron | caitlin cait
cameron cam | caroline carrie caro caz | carolyn carrie caro | catherine cath cathy kate katie cat | katherine kath kathy kate katie kat
kathryn kath kathy kate katie | kathleen kath kathy | charles charlie chas chuck | charlotte charlie lottie char | christina chris tina chrissie
christine chris chrissie | christopher chris kit topher | clifford cliff | constance connie | cynthia cindy | daniel dan danny
danielle dani danni dan | david dave davey | deborah deb debbie debs | debra deb debbie debs | debbie deb debs | denise den | derek del | desmond des
diana di | diane di | dominic dom | donald don donnie | dorothy dot dottie dolly | douglas doug dougie | edith edie | edmund ed eddie ted
edward ed eddie ted teddy ned | edwin ed eddie | eleanor ellie nell nora el | elizabeth liz lizzie beth betty eliza libby lisa bess betsy liza
ellen ellie nell | elisabeth liz lizzie beth libby | emily em emmy millie | emma em | ernest ernie | eugene gene | evelyn eve evie
florence flo florrie flossie | frances fran francie frankie | francesca fran cesca | francis frank fran | frederick fred freddie | gabriel gabe
gabrielle gaby | gareth gaz gary | gary gaz | geoffrey geoff | jeffrey jeff | george geordie | georgia georgie | georgina georgie george gina
gerald gerry | gerard gerry ged | gillian gill gilly jill | gordon gordy | graham gray | gregory greg | gwendolen gwen | gwendoline gwen
gwyneth gwyn gwen | hannah han | harold harry hal | harriet harry hattie | helen nell | helena lena nell | henrietta hetty etta | henry harry hal hank
howard howie | hugh hughie | hubert bert | imogen immy | isabel izzy bel isla | isabella izzy bella | isobel izzy | jacob jake
jacqueline jackie jacqui | jaqueline jackie | james jim jimmy jamie | jane janey jan | janet jan | janice jan | jasmine jas jazz | jason jase
jean jeannie | jennifer jen jenny jenni | jeremy jez jerry | jessica jess jessie | joan joanie jo | joanna jo joey | joanne jo | johanna jo
john jack johnny jon | johnathan jon jonny | jonathan jon jonny jono | joseph joe joey | josephine jo josie | joshua josh | judith judy jude
julia jules julie | julian jules | julie jules | kenneth ken kenny | kevin kev | kimberley kim | kirsten kirsty kirst | kirsty kirst
lawrence larry laurie | laurence larry laurie | laura laurie | leonard len lenny leo | leslie les | lesley les | lewis lew | lillian lily lil
linda lin lindy | lucinda lucy cindy | lucy lu luce | lynda lyn | lynne lyn | madeleine maddy | malcolm mal
margaret maggie meg peg peggy madge marge greta mags | marjorie marge madge | martin marty | mary molly polly | mathew matt matty | matthew matt matty
maureen mo | maurice mo | maximilian max | melanie mel | melissa mel lissa | michael mike mick mickey micky | michelle shell chelle | miriam mim
mohamed mo | mohammad mo | mohammed mo | muhammad mo | morris mo | nancy nan | natalie nat nattie | natasha tash nat | nathan nat nate
nathaniel nat nate | nicholas nick nicky | nicola nicky nic nikki | nigel nige | norman norm | oliver ollie olly | olivia liv livvy ollie
olukemi kemi olu | oluwaseun seun olu | pamela pam | patricia pat patsy tricia trish | patrick pat paddy | paula pauly | penelope penny
percival percy | peter pete | philip phil pip | phillip phil pip | philippa pippa pip | priscilla cilla | rachel rach | rachael rach | raymond ray
rebecca becky bec becca becs | reginald reg reggie | richard rich richie rick ricky dick dickie | robert rob bob robbie bobby bert | roberta bobbie
robin rob | roderick rod | rodney rod | roger rog | roland roly | ronald ron ronnie | rosalind roz ros | rosemary rose rosie ro | roseanne rose
ruth ruthie | samantha sam sammy | samir sam | samuel sam sammy | sandra sandy | sarah sal sally | sara sal | sebastian seb bas | sharon shaz
shirley shirl | sidney sid | simon si | sophia sophie | sophie soph | stanley stan | stephanie steph | stephen steve ste stevie steph
steven steve ste stevie | stewart stew stu | stuart stu | susan sue susie suzy | susanna sue | suzanne sue suzy sukey
sylvia syl | tabitha tabby | tamara tammy | teresa terry tess | theresa terry tess tessa | terence terry tel | thaddeus tad | theodore theo ted teddy
theodora dora theo | thomas tom tommy | timothy tim timmy | tobias toby | tracey trace | valerie val | vanessa nessa | vera vee | veronica ronnie
victor vic | victoria vicky vicki tori | vincent vin vince vinny | virginia ginny | vivian viv | vivien viv | vivienne viv | walter wally walt
wendy wend | wilfred wilf | william will bill billy liam willie | winifred win winnie fred | yvonne vonnie | zachary zac zack
`;

const shortsOf: ReadonlyMap<string, readonly string[]> = new Map(
  shortNames
    .split(/[|\n]/)
    .map((line) => line.trim().split(" "))
    .filter(([name]) => name)
    .map(([name, ...shorts]) => [name as string, shorts]),
);

/** Names that differ in spelling alone. */
const alike = [
  "steven stephen steve",
  "stuart stewart",
  "catherine katherine kathryn catharine",
  "ann anne",
  "sarah sara",
  "jon john",
  "philip phillip",
  "geoffrey jeffrey",
  "geoff jeff",
  "mohammed mohamed muhammad mohammad",
  "rachel rachael",
  "alison allison",
  "lesley leslie",
  "isabel isobel",
  "claire clare",
  "karen karin",
  "debra deborah",
  "matthew mathew",
  "lawrence laurence",
  "teresa theresa",
  "graham graeme",
  "sean shaun",
  "brian bryan",
  "neil neal",
].map((line) => line.split(" "));

const namesByShort = new Map<string, string[]>();
for (const [name, shorts] of shortsOf) for (const short of new Set(shorts)) namesByShort.set(short, [...(namesByShort.get(short) ?? []), name]);

const fullNamesOf = (short: string): readonly string[] => namesByShort.get(short) ?? [];

/** What somebody of that first name may be called beside it: shortened, in full, or spelt otherwise. */
export function calledBy(first: string): readonly string[] {
  const spellings = alike.flatMap((group) => (group.includes(first) ? group : []));
  return others(first, [...(shortsOf.get(first) ?? []), ...fullNamesOf(first), ...spellings]);
}

/** What those are called who may be called so too: "Danny" for "Dan". */
export const calledLike = (first: string): readonly string[] =>
  others(
    first,
    fullNamesOf(first).flatMap((name) => shortsOf.get(name) ?? []),
  );

const others = (first: string, names: readonly string[]): string[] => [...new Set(names)].filter((name) => name !== first);
