/**
 * The project's own list of what it does about each promise of the two charters: W for Worcestershire's, K for
 * Warwickshire's. What is kept or partly kept needs a test that ran with the number in its title.
 */
export type PromiseRow =
  | { id: string; words: string; state: 'kept' | 'to come' }
  | { id: string; words: string; state: 'partly'; missing: string };

const kept = (id: string, words: string): PromiseRow => ({ id, words, state: 'kept' });
const partly = (id: string, words: string, missing: string): PromiseRow => ({ id, words, state: 'partly', missing });
const toCome = (id: string, words: string): PromiseRow => ({ id, words, state: 'to come' });

export const promises: PromiseRow[] = [
  kept(
    'W01',
    'Officers see long sentences, jargon and unexplained short forms as they write, and each page explains its own.',
  ),
  toCome('W02', 'A family can ask for another format, and the request is followed until the day it is due.'),
  kept('W03', 'Nothing opens without a short background for readers who are new to the topic.'),
  partly(
    'W04',
    'Nothing opens without a key contact, and the day on which they briefed the representatives is kept.',
    'The day of the briefing is not kept yet.',
  ),
  partly(
    'W05',
    'How private the answers are stands in one plain sentence on the page, on paper and before the first question.',
    'Exports do not carry the sentence yet.',
  ),
  toCome('W06', 'Every paper says in words whether its reader may pass it on.'),
  toCome('W07', 'Sharing stays off until it was agreed, and then offers only the agreed words.'),
  kept('W08', 'Nothing is published without a rung of the ladder and a reason, and the public sees both.'),
  toCome('W09', 'A plan lists who does what by when, with days on which to look again, and reminds them.'),
  toCome(
    'W10',
    'What the work hopes for is listed at the start, and later marked: reached, changed, or given up and why.',
  ),
  toCome('W11', 'The forum gets requests for representatives first, and a no reaches the lead officer at once.'),
  partly(
    'W12',
    'All dates stand on the page, in mails and in a calendar file, and a new date is announced.',
    'There is no calendar file yet.',
  ),
  kept('W13', 'Ten working days after the close everyone has a reply, and a later one is shown with its reason.'),
  kept('W14', 'A ‘You said, we did’ page tells what changed, and those who asked are told again at each change.'),
  partly(
    'W15',
    'Whoever misses or moves a date gives the reason. The page shows it and the chair is told.',
    'The chair is not told yet.',
  ),
  toCome('W16', 'Everybody on a team says whether they stand to gain, and whoever does cannot approve that outcome.'),
  kept('W17', 'The page names the people who take part, with the role of each and why they are there.'),
  kept('W18', 'Each mail has one recipient, so nobody ever sees the address of another family.'),
  toCome('W19', 'Passing news to other parent groups is a task that ends in done or in could not.'),
  toCome('W20', 'Each ‘you said’ leads back to its answers, and a second reader and the forum check it first.'),
  toCome('W21', 'A meeting at the school gate’s busy times or in the holidays warns, and needs a reason.'),
  toCome('W22', 'Papers that go out less than a week before a meeting are marked late and need a reason.'),
  toCome('W23', 'A meeting keeps its planned and its real times, and the name of a stand-in.'),
  toCome('W24', 'A public scorecard counts from the live data how often each promise was kept, and why not.'),
  toCome('W25', 'Once a year the partnership reviews itself with figures that are already filled in.'),

  kept('K01', 'Taking part needs no account and has no time limit, and support is never more than a link away.'),
  toCome('K02', 'The list of people can be shown to all or to members alone.'),
  kept('K03', 'Nothing is published without its purpose, what can change and what cannot.'),
  kept('K04', 'The page says how many minutes and questions there are, and that you can stop and come back.'),
  toCome('K05', 'A checklist of groups belongs to each plan, with the day on which each was told.'),
  toCome('K06', 'A meeting says where it is, how to join from home, and what help there is with childcare and costs.'),
  partly(
    'K07',
    'Officers are offered warm, plain words for every reply.',
    'Words are offered for the reply to everybody, and not yet for other replies.',
  ),
  partly(
    'K08',
    'Answers and addresses stay apart, small numbers stay hidden, and names come out before anything is public.',
    'Nothing helps yet to find names in what is about to be quoted, beyond a second reading.',
  ),
  kept('K09', 'All versions of a consultation ask the same questions, and their answers are counted together.'),
  partly(
    'K10',
    'While it is open, the team sees which groups it has not heard and invites them.',
    'There are a link, a QR code and a poster to pass on; the team does not yet see which groups it has not heard.',
  ),
  toCome('K11', 'A page of outcomes also tells what people said who hoped for something else.'),
  partly(
    'K12',
    'One public line shows each date promised and each date kept, with late shown as late.',
    'The line does not yet show the day on which all answers had been read.',
  ),
  toCome('K13', 'The team sees what was sent to whom, when, and whether it arrived.'),
  toCome('K14', 'Partner organisations have standing roles that each new plan starts with.'),
  toCome('K15', 'A forum agrees each plan first. Where it did not, the page admits it.'),
  partly(
    'K16',
    'Answers of families and of professionals stand side by side and none weighs more.',
    'The team and the board see them so; the public pages do not show groups yet.',
  ),
  toCome('K17', 'A logo shows only while its owner’s recorded yes stands.'),
  kept('K18', 'Each outcome says what was decided and why, and ‘we cannot, because’ is a full answer.'),
  partly(
    'K19',
    'Nothing is published without saying whether it is about everyone, a service or a person, and who decides.',
    'A question about one person’s plan is not yet pointed to the place where it belongs.',
  ),
  kept('K20', 'Wherever a rung is named, its meaning stands beside it.'),
  toCome('K21', 'Anyone may sign the charter, say what it means to them, and sign again next year.'),
  toCome('K22', 'A page that the partnership can edit says what the law asks of it.'),
];
