import type { Definition } from '../../surveys/definition.ts';

/** What the clubs consultation says of itself in other editions: its page, its first page and why 'about you' is asked. */
export const start: NonNullable<Definition['editions']> = {
  easy: {
    title: 'Clubs after school',
    intro: 'This is the Easy Read survey.\n\nIt asks about clubs. A club is a place to do something fun after school.',
    purpose: 'We want good clubs for children who need help. Tell us what clubs to start.',
    background:
      'There are 48 clubs after school.\n\nOnly 9 clubs have staff who know how to help.\n\nNext year there is money for new clubs. There is also money to teach staff.',
    canChange:
      'You can help us choose which clubs to start. You can say where and when. You can say what staff should learn.',
    cannotChange:
      'We have £60,000 for the first year. We cannot spend more. Schools say if a club can use their building.',
    audience: 'Children and young people who need help. Their parents and carers too.',
    levelReason: 'Children know best what is fun. So we ask them.',
    whoDecides: 'The manager of short breaks decides. The parent carer forum helps.',
    confidentialityWords:
      'Only our team reads your answers. We write a report. It has no names. We only use your words if you say yes.',
    urgentWords:
      'We do not read answers at night. Is somebody in danger? Call 999. Are you worried about a child? Call 01632 960 150 at any time.',
    why: 'We want to hear from children of every age. We want to hear from children with different needs.',
  },
  child: {
    title: 'Your club, your ideas',
    intro: 'We want to know what you think about clubs.',
    purpose: 'We are starting new clubs after school. Tell us what would be fun.',
    background:
      'There are 48 clubs after school. In only 9 do the grown-ups know how to help. Next year there is money for more.',
    canChange: 'Which clubs we start, where and when, and what the grown-ups there learn.',
    cannotChange: 'How much money there is. Each school says if a club can use its rooms.',
    levelReason: 'You know best what is fun, so we ask you.',
    whoDecides: 'The people who run the clubs decide, together with a group of parents.',
    audience: 'You, if you need a bit of help to join in. Your mum, dad or carer can answer too.',
    confidentialityWords: 'Only our team reads what you say. When we write about it, we never say that it was you.',
    urgentWords:
      'Is somebody hurting you, or are you in danger? Tell a grown-up you trust, or call 999. You can also call 01632 960 150.',
    why: 'We want to hear from children of every age, and from children who need different kinds of help.',
  },
  cy: {
    title: 'Clybiau ar ôl ysgol: beth fyddai’n hwyl?',
    purpose:
      'Rydyn ni eisiau clybiau y gall plant ag anghenion arbennig ymuno â nhw, eu mwynhau, a chyrraedd adref ohonyn nhw. Dywedwch wrthon ni beth i’w ddechrau.',
    audience:
      'Plant a phobl ifanc ag anghenion arbennig, a’u rhieni a’u gofalwyr. Atebwch gyda’ch gilydd os hoffech chi.',
    confidentialityWords:
      'Dim ond ein tîm ni sy’n darllen eich atebion. Rydyn ni’n cyhoeddi adroddiad heb enwau, ac yn dyfynnu eich geiriau dim ond os ydych chi’n cytuno.',
    urgentWords:
      'Dydyn ni ddim yn darllen atebion ddydd a nos. Os oes rhywun mewn perygl, ffoniwch 999. Os ydych chi’n poeni am blentyn, ffoniwch wasanaethau plant Brackenshire ar 01632 960 150, unrhyw bryd.',
    why: 'Rydyn ni eisiau gwybod a glywson ni gan blant o bob oed a chydag anghenion gwahanol.',
  },
  pl: {
    title: 'Zajęcia po szkole: co byłoby fajne?',
    purpose:
      'Chcemy zajęć, na które dzieci ze specjalnymi potrzebami mogą się zapisać, które lubią i z których mogą wrócić do domu. Powiedz nam, od czego zacząć.',
    audience: 'Dzieci i młodzież ze specjalnymi potrzebami oraz ich rodzice i opiekunowie. Możecie odpowiedzieć razem.',
    confidentialityWords:
      'Twoje odpowiedzi czyta tylko nasz zespół. Publikujemy raport bez nazwisk i cytujemy Twoje słowa tylko za zgodą.',
    urgentWords:
      'Nie czytamy odpowiedzi przez całą dobę. Jeśli ktoś jest w niebezpieczeństwie, zadzwoń pod 999. Jeśli martwisz się o dziecko, zadzwoń do opieki nad dziećmi w Brackenshire, 01632 960 150, o każdej porze.',
    why: 'Chcemy wiedzieć, czy odezwały się do nas dzieci w każdym wieku i z różnymi potrzebami.',
  },
  ur: {
    title: 'اسکول کے بعد کلب: کس میں مزہ آئے گا؟',
    purpose:
      'ہم ایسے کلب چاہتے ہیں جن میں خصوصی ضروریات والے بچے شامل ہو سکیں، خوش رہیں اور جہاں سے گھر واپس آ سکیں۔ ہمیں بتائیں کہ کہاں سے شروع کریں۔',
    background:
      'بریکن شائر میں اسکول کے بعد 48 کلب ہیں۔ صرف 9 میں ایسا عملہ ہے جسے خصوصی ضروریات والے بچوں کی مدد کرنے کی تربیت ملی ہے۔ اگلے ستمبر سے مزید لوگوں کو تربیت دینے اور نئے کلب شروع کرنے کے لیے رقم ہے۔',
    canChange: 'ہم کون سے کلب شروع کریں، وہ کہاں اور کن دنوں میں ہوں، اور ان کا عملہ کیا سیکھے۔',
    cannotChange: 'پہلے سال کی رقم، 60,000 پاؤنڈ۔ اسکول خود طے کرتے ہیں کہ کلب ان کی عمارت استعمال کر سکتا ہے یا نہیں۔',
    audience: 'خصوصی ضروریات والے بچے اور نوجوان، اور ان کے والدین اور نگہبان۔ چاہیں تو مل کر جواب دیں۔',
    levelReason:
      'ہمیں معلوم ہے کہ مزید کلب چاہییں، مگر یہ نہیں کہ کون سے۔ بچے بہتر جانتے ہیں، اس لیے ہم ان سے پوچھتے ہیں۔',
    whoDecides: 'رپورٹ پڑھنے کے بعد مختصر وقفوں کے منتظم والدین کے فورم کے ساتھ مل کر فیصلہ کرتے ہیں۔',
    confidentialityWords:
      'آپ کے جواب صرف ہماری ٹیم پڑھتی ہے۔ ہم ایک رپورٹ شائع کرتے ہیں جس میں کسی کا نام نہیں ہوتا، اور آپ کے الفاظ صرف آپ کی اجازت سے نقل کرتے ہیں۔',
    urgentWords:
      'ہم دن رات جواب نہیں پڑھتے۔ اگر کوئی خطرے میں ہے تو 999 پر فون کریں۔ اگر آپ کسی بچے کے بارے میں فکرمند ہیں تو کسی بھی وقت 01632 960 150 پر فون کریں۔',
    why: 'ہم جاننا چاہتے ہیں کہ کیا ہر عمر کے اور مختلف ضروریات والے بچوں نے ہمیں بتایا۔',
  },
};
