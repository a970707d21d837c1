/** The words people ask with. None of them comes from a particular plan. */

const list = (text: string) => text.trim().split(/\s+/);

/** Words that say nothing about the subject: never a topic, never corrected. */
export const stopWords: ReadonlySet<string> = new Set(
  list(`a an the this that these those it its itself is are was were be been being am do does did done doing have has had having will would shall should can could may might must
  not no nor none never and or but if then than so as of in on at to from by with without for about into onto over under between within during through across per via up down out off
  i me my mine we us our ours you your yours he him his she her hers they them their theirs one ones someone anyone everyone nobody anybody everybody
  what which who whom whose when where why how whether there here
  any some all each every both either neither more most less least many much few several enough another other others else same such own only just also too very really quite rather pretty still yet already again now soon ever
  please thanks thank cheers ta hi hello hey hiya morning afternoon evening ok okay right well yes yeah yep nope sure sorry oh ah um erm er hmm
  tell show give let know see get got find look want need like love help ask asking question questions wondering wonder think guess suppose believe say said says mean
  go going gone come coming came make made makes take takes took put puts keep kept run runs use used using work works working try trying check checking
  thing things stuff bit lot lots kind sort way ways moment time today currently present far ago back around roughly approximately exactly actually basically generally maybe perhaps possibly
  quick quickly brief briefly short long good bad great fine nice well better big small new old next last first second
  mate guys folks everyone team colleague colleagues boss sir madam bot waymark chat teams meeting committee board pack paper papers slide slides agenda tomorrow
  dusted line lines headline headlines briefing gist para paragraph along away alright winning losing ran saw hosted before after piece area areas side part parts front aspect topic subject matter regarding concerning respect regards relation context terms
  able add added able need needs needed case sense idea ideas point anything something nothing everything whatever since because whole entire full fully overall together altogether completely totally utterly against versus hundred thousand million regards currently update
  until till goes went meant ought promised supposed sorted happened happening anywhere everywhere somewhere somebody whoever longer once even properly precisely personally ourselves become comes turned turning told telling speaking speak likely hoping hope expect expecting bother bothered called taken bring putting among beside beyond inside proper while instead wise kindly reckon folk honest honestly frank frankly truth truthful nutshell earth gonna wanna daft fancy mind idem ditto likewise similarly
  wanted wants asked gets getting give gives given let's per hear heard read tells shows seeing looking looks looked
  mr mrs ms miss dear best kind wishes regards much appreciated urgent urgently asap straight away`),
);

/** Words that say what is asked, not about what. A topic may lean on them ("performance", "plan"), never rest on them alone. */
export const cueWords: ReadonlySet<string> = new Set(
  list(`status statuses state stand standing stands rag rating ratings score scores colour color red amber green blue grey progress progressing progressed performing performance track target targets risk risks
  doing going getting faring finished finish finishes finishing complete completed completes completion completing done started start starts starting begun begin begins underway ongoing cancelled canceled dropped open closed outstanding pending behind ahead trouble struggling problem problems
  plan plans strategy theme themes priority priorities action actions measure measures milestone milestones item items objective objectives project projects task tasks deadline deadlines indicator indicators kpi kpis metric metrics stage stages step steps goal goals
  due date dates deadline timescale timescales timeline timeframe schedule scheduled expected expire expires upcoming overdue late later lateness missed miss missing slipped slipping slip delayed delay past expired elapsed
  lead leads leading led leader owner owners own owns owned responsible responsibility accountable charge contact officer person people's assigned unassigned running runs dealing deals handling drives driving heading heads sponsors handles handle manages managing look looks after sponsor
  figure figures number numbers value values latest result results data count counts counting total totals trend trends trending rise rising risen fall falling fallen increase increased increasing decrease decreased decreasing improve improved improving worse worsening better drop dropped dropping grow growing grew climb climbing baseline history historic previous earlier recent recently newest current lately compare compared comparison versus vs difference change changed changing
  report reports reported reporting reporter reporters unreported record recorded recording log logged enter entered submit submitted submits save saved input inputting send update updated updates updating set mark marked flag flagged close closed tick note notes correct
  list lists listing outline summary summarise summarize overview detail details breakdown break picture snapshot
  end ends ended ending year years month months week weeks day days quarter quarters fortnight financial fiscal calendar period periods january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter
  today tomorrow yesterday tonight soon shortly
  first second third fourth fifth sixth final
  most least best worst furthest weakest strongest fewer fewest further
  holdup holdups hold holding held blocker blockers blocked blocking reason reasons explain cause causes
  deliver delivers delivered delivering delivery waiting chase chasing aim aims aiming amount exact exactly hit hitting reach reached reaching met meet meeting achieve achieved achieving exceed exceeded exceeding beat pass passed
  chart charts graph graphs plot diagram diagrams roadmap bar bars draw drawn
  stats stat nudge nudges nudging chaser chasers prod poke oldest slippage dragging altered shifted scrapped abandoned bottleneck bottlenecks deliverable deliverables gravest biggest longest smallest shortest wins danger dangers backwards deteriorating favourable yardstick yardsticks strand strands heading headings outset quantity blank tally ready stuck sticking
  how many number per cent percent percentage proportion share`),
);

/** Words worth correcting a misspelling to, beside those of the plan. */
export const spellable: readonly string[] = [
  ...new Set([
    ...cueWords,
    ...list(
      `about after all and any coming anything anyone are before between can could does everything for from give have happening how list long many much nothing please show something tell the their them there these thing things this those under until what when where which who whole whose why will with would your thanks hello morning everyone someone nobody working planned planning first second third today remind reminder reminders reminding reminded snooze pause paused resume holiday leave deputy covers nudge unpause undelivered unreachable bounced unsubscribe mondays tuesdays wednesdays thursdays fridays`,
    ),
  ]),
].filter((word) => word.length > 3);

export const monthNames = list("january february march april may june july august september october november december");
