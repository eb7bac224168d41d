import type { Words } from './clubs-editions.ts';

export const welshWords: Words = {
  q1: {
    ask: 'Beth yw clwb?',
    body: 'Lle i blant gwrdd ar ôl ysgol a gwneud rhywbeth y maen nhw’n ei hoffi yw clwb.\n\nDoes dim atebion anghywir. Cewch adael unrhyw gwestiwn allan.',
  },
  q2: { ask: 'Pwy sy’n ateb?' },
  q3: {
    ask: 'Ydych chi, neu’ch plentyn, yn mynd i glwb ar ôl ysgol?',
    options: { a: 'Ydw, neu ydy', b: 'Ddim nawr, ond o’r blaen', c: 'Nac ydw, byth' },
  },
  q4: { ask: 'Sut ydych chi, neu’ch plentyn, yn teimlo yn y clwb?' },
  q5: {
    ask: 'Faint ydych chi’n cytuno? Yn y clwb,',
    options: {
      a: 'mae’r staff yn gwybod sut i helpu.',
      b: 'mae lle tawel i fynd iddo.',
      c: 'mae’n hawdd cyrraedd a mynd adref.',
    },
  },
  q6: {
    ask: 'Pryd dechreuoch chi, neu’ch plentyn, yn y clwb?',
    hint: 'Mae eich amcan gorau’n iawn.',
  },
  q7: {
    ask: 'Beth sy’n ei gwneud hi’n anodd mynd i glwb?',
    options: {
      a: 'Does dim un yn agos aton ni',
      b: 'Mae’n costio gormod',
      c: 'Dydy’r staff ddim wedi’u hyfforddi i helpu',
      d: 'Allwn ni ddim cyrraedd na mynd adref',
      e: 'Mae’n rhy swnllyd neu’n rhy brysur',
    },
  },
  q8: {
    ask: 'Pa dri chlwb ddylen ni eu dechrau gyntaf?',
    options: { a: 'Nofio', b: 'Pêl-droed', c: 'Paentio', d: 'Cerddoriaeth', e: 'Coginio', f: 'Gemau fideo' },
  },
  q9: { ask: 'Mae clwb yn fwy o hwyl pan gaiff brodyr, chwiorydd a ffrindiau ddod hefyd.' },
  q10: { ask: 'Faint o oriau’r wythnos fyddai’n iawn?', hint: 'Mae eich amcan gorau’n iawn.', unit: 'awr' },
  q11: {
    ask: 'Ble ydych chi’n byw?',
    hint: 'Dim ond hanner cyntaf eich cod post, fel BK1. Dydyn ni byth yn cadw’r cyfan.',
  },
  q12: { ask: 'Beth fyddech chi’n galw clwb newydd?', hint: 'Mae ychydig eiriau’n ddigon.' },
  q13: { ask: 'Beth arall ddylen ni ei wybod?', hint: 'Peidiwch ag ysgrifennu enwau, os gwelwch yn dda.' },
  q20: {
    ask: 'Beth yw oed y plentyn neu’r person ifanc?',
    options: { a: 'Dan 5', b: '5 i 10', c: '11 i 15', d: '16 i 25' },
  },
  q21: {
    ask: 'Gyda beth mae angen help ar y plentyn neu’r person ifanc?',
    options: { a: 'Siarad a deall', b: 'Dysgu', c: 'Teimladau a dod ymlaen ag eraill', d: 'Symud, gweld neu glywed' },
  },
};

export const polishWords: Words = {
  q1: {
    ask: 'Co to są zajęcia?',
    body: 'Zajęcia po szkole to miejsce, gdzie dzieci spotykają się i robią to, co lubią.\n\nNie ma złych odpowiedzi. Każde pytanie można pominąć.',
  },
  q2: { ask: 'Kto odpowiada?' },
  q3: {
    ask: 'Czy Ty lub Twoje dziecko chodzicie na zajęcia po szkole?',
    options: { a: 'Tak', b: 'Teraz nie, ale wcześniej tak', c: 'Nie, nigdy' },
  },
  q4: { ask: 'Jak Ty lub Twoje dziecko czujecie się na zajęciach?' },
  q5: {
    ask: 'Czy się zgadzasz? Na zajęciach',
    options: { a: 'opiekunowie wiedzą, jak pomóc.', b: 'jest ciche miejsce.', c: 'łatwo dojechać i wrócić do domu.' },
  },
  q6: {
    ask: 'Kiedy Ty lub Twoje dziecko zaczęliście te zajęcia?',
    hint: 'Wystarczy w przybliżeniu.',
  },
  q7: {
    ask: 'Co utrudnia chodzenie na zajęcia?',
    options: {
      a: 'Nie ma ich blisko nas',
      b: 'Kosztują za dużo',
      c: 'Opiekunowie nie są przeszkoleni, jak pomóc',
      d: 'Nie możemy dojechać lub wrócić',
      e: 'Jest za głośno lub za tłoczno',
    },
  },
  q8: {
    ask: 'Od których trzech zajęć mamy zacząć?',
    options: { a: 'Pływanie', b: 'Piłka nożna', c: 'Malowanie', d: 'Muzyka', e: 'Gotowanie', f: 'Gry wideo' },
  },
  q9: { ask: 'Zajęcia są fajniejsze, gdy mogą przyjść też rodzeństwo i przyjaciele.' },
  q10: { ask: 'Ile godzin w tygodniu byłoby dobrze?', hint: 'Wystarczy w przybliżeniu.', unit: 'godz.' },
  q11: {
    ask: 'Gdzie mieszkasz?',
    hint: 'Tylko pierwsza połowa kodu pocztowego, na przykład BK1. Całego nigdy nie zachowujemy.',
  },
  q12: { ask: 'Jak nazwiesz nowe zajęcia?', hint: 'Wystarczy kilka słów.' },
  q13: { ask: 'Co jeszcze powinniśmy wiedzieć?', hint: 'Prosimy nie podawać imion ani nazwisk.' },
  q20: {
    ask: 'Ile lat ma dziecko lub młoda osoba?',
    options: { a: 'Mniej niż 5', b: 'Od 5 do 10', c: 'Od 11 do 15', d: 'Od 16 do 25' },
  },
  q21: {
    ask: 'W czym dziecko lub młoda osoba potrzebuje pomocy?',
    options: { a: 'Mówienie i rozumienie', b: 'Nauka', c: 'Uczucia i relacje z innymi', d: 'Ruch, wzrok lub słuch' },
  },
};

export const urduWords: Words = {
  q1: {
    ask: 'کلب کیا ہے؟',
    body: 'کلب وہ جگہ ہے جہاں بچے اسکول کے بعد مل کر اپنی پسند کا کام کرتے ہیں۔\n\nکوئی جواب غلط نہیں۔ آپ کوئی بھی سوال چھوڑ سکتے ہیں۔',
  },
  q2: { ask: 'جواب کون دے رہا ہے؟' },
  q3: {
    ask: 'کیا آپ یا آپ کا بچہ اسکول کے بعد کسی کلب میں جاتے ہیں؟',
    options: { a: 'جی ہاں', b: 'ابھی نہیں، پہلے جاتے تھے', c: 'نہیں، کبھی نہیں' },
  },
  q4: { ask: 'آپ یا آپ کا بچہ کلب میں کیسا محسوس کرتے ہیں؟' },
  q5: {
    ask: 'آپ کتنا متفق ہیں؟ کلب میں',
    options: { a: 'عملہ مدد کرنا جانتا ہے۔', b: 'ایک پرسکون جگہ موجود ہے۔', c: 'آنا اور گھر واپس جانا آسان ہے۔' },
  },
  q6: { ask: 'آپ یا آپ کے بچے نے کلب جانا کب شروع کیا؟', hint: 'اندازہ بھی ٹھیک ہے۔' },
  q7: {
    ask: 'کلب جانے میں کیا رکاوٹ ہے؟',
    options: {
      a: 'ہمارے قریب کوئی کلب نہیں',
      b: 'بہت مہنگا ہے',
      c: 'عملے کو مدد کرنے کی تربیت نہیں ملی',
      d: 'ہم وہاں جا یا واپس آ نہیں سکتے',
      e: 'بہت شور یا بہت ہجوم ہوتا ہے',
    },
  },
  q8: {
    ask: 'ہمیں پہلے کون سے تین کلب شروع کرنے چاہییں؟',
    options: { a: 'تیراکی', b: 'فٹ بال', c: 'مصوری', d: 'موسیقی', e: 'کھانا پکانا', f: 'ویڈیو گیمز' },
  },
  q9: { ask: 'جب بہن بھائی اور دوست بھی آ سکیں تو کلب میں زیادہ مزہ آتا ہے۔' },
  q10: { ask: 'ہفتے میں کتنے گھنٹے ٹھیک ہوں گے؟', hint: 'اندازہ بھی ٹھیک ہے۔', unit: 'گھنٹے' },
  q11: { ask: 'آپ کہاں رہتے ہیں؟', hint: 'اپنے پوسٹ کوڈ کا صرف پہلا حصہ، جیسے BK1۔ ہم پورا کبھی نہیں رکھتے۔' },
  q12: { ask: 'آپ نئے کلب کا کیا نام رکھیں گے؟', hint: 'چند الفاظ کافی ہیں۔' },
  q13: { ask: 'ہمیں اور کیا معلوم ہونا چاہیے؟', hint: 'براہ کرم نام نہ لکھیں۔' },
  q20: {
    ask: 'بچے یا نوجوان کی عمر کیا ہے؟',
    options: { a: '5 سال سے کم', b: '5 سے 10 سال', c: '11 سے 15 سال', d: '16 سے 25 سال' },
  },
  q21: {
    ask: 'بچے یا نوجوان کو کس چیز میں مدد چاہیے؟',
    options: {
      a: 'بولنا اور سمجھنا',
      b: 'سیکھنا',
      c: 'جذبات اور دوسروں کے ساتھ میل جول',
      d: 'چلنا پھرنا، دیکھنا یا سننا',
    },
  },
};
