import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { addFile, aPicture, aRecording, aVideo, postFiles, someCaptions } from '../support/media.ts';
import type { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { changeSurvey } from '../../src/surveys/save-survey.ts';
import { mediaOf } from '../../src/media/shown.ts';

const media = (id: string) => `/desk/consultations/${id}/media`;
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

onBothDatabases('media', dialect => {
  let world: World;
  let officer: Officer;
  let draft: string;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
    draft = (await planConsultation(world, officer)).id;
  });
  afterAll(() => world?.close());

  const kept = () => world.db.read.selectFrom('media').selectAll().execute();
  const count = async () => (await kept()).length;

  test('a picture is drawn anew: small, WebP, and without the place where it was taken', async () => {
    const original = await aPicture();
    expect(original.includes('Kamera')).toBe(true);
    const id = await addFile(officer, draft, original, 'A pool with a ramp');
    const response = await officer.get(`/media/${id}`);
    expect(response.headers.get('content-type')).toBe('image/webp');
    const bytes = await bytesOf(response);
    const facts = await sharp(bytes).metadata();
    expect([facts.format, facts.width, facts.height, facts.exif]).toEqual(['webp', 800, 600, undefined]);
    expect(bytes.includes('Kamera')).toBe(false);
    expect((await officer.read(media(draft))).includes('alt="A pool with a ramp"')).toBe(true);
  });

  test('a picture that lies on its side is turned up', async () => {
    const lying = await sharp(await aPicture('jpeg', 400, 200))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const id = await addFile(officer, draft, lying);
    const facts = await sharp(await bytesOf(await officer.get(`/media/${id}`))).metadata();
    expect([facts.width, facts.height]).toEqual([200, 400]);
  });

  test('a video and a recording come back byte by byte, in parts', async () => {
    const long = aRecording(80);
    expect(long.byteLength).toBeGreaterThan(2 * 256 * 1024);
    for (const [bytes, type] of [[long, 'audio/wav'] as const, [aVideo, 'video/webm'] as const]) {
      const id = await addFile(officer, draft, bytes);
      const response = await officer.get(`/media/${id}`);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
      expect(bytes.equals(await bytesOf(response))).toBe(true);
    }
  });

  test('a video comes back without the place where it was filmed', async () => {
    const start = Buffer.from('\0\0\0\x10ftypisom\0\0\x02\0');
    const notes = (name: string, words: string) => Buffer.from(`\0\0\0\x20moov\0\0\0\x18${name}${words}`);
    const id = await addFile(officer, draft, Buffer.concat([start, notes('udta', '+52.1920-002.220')]));
    const expected = Buffer.concat([start, notes('free', '\0'.repeat(16))]);
    expect(expected.equals(await bytesOf(await officer.get(`/media/${id}`)))).toBe(true);
  });

  describe('what is refused', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const program = Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(2000)]);
    const files: Record<string, Buffer | string> = {
      'a drawing with a script in it': svg,
      'a program that calls itself a picture': program,
      'a page': '<!DOCTYPE html><script>alert(1)</script>',
      'a film in a box that browsers don’t open': Buffer.concat([Buffer.from('\0\0\0\x14ftypqt  '), Buffer.alloc(100)]),
    };
    test.each(Object.entries(files))('%s', async (_name, bytes) => {
      const before = await count();
      const parts = { file: { bytes, name: 'photo.png' }, alt: 'A "nice" photo', language: 'en' };
      const response = await postFiles(officer, media(draft), parts);
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain('We cannot use this file.');
      expect(html).toContain('value="A &quot;nice&quot; photo"');
      expect(await count()).toBe(before);
    });

    test('a picture that is cut off', async () => {
      const bytes = (await aPicture('png')).subarray(0, 400);
      const response = await postFiles(officer, media(draft), {
        file: { bytes, name: 'a.png' },
        alt: 'A',
        language: 'en',
      });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('We cannot read this picture.');
    });

    test('no file, no words', async () => {
      const none = await postFiles(officer, media(draft), { alt: '', language: 'xx' });
      expect(none.status).toBe(422);
      const html = await none.text();
      for (const words of ['Choose a picture', 'Say what it is or shows.', 'Choose the language.']) {
        expect(html).toContain(words);
      }
      const wordless = { file: { bytes: await aPicture(), name: 'a.jpg' }, alt: ' ', language: 'en' };
      expect(await (await postFiles(officer, media(draft), wordless)).text()).toContain('Choose the file again.');
    });

    test('more than 50 MB, said or sent', async () => {
      const before = await count();
      const bytes = Buffer.concat([aRecording(), Buffer.alloc(50 * 1024 * 1024)]);
      const parts = { file: { bytes, name: 'a.wav' }, alt: 'A', language: 'en' };
      expect((await postFiles(officer, media(draft), parts)).status).toBe(413);
      expect((await declared(officer, 52 * 1024 * 1024)).status).toBe(413);
      expect(await count()).toBe(before);
    });

    test('other pages take 1 MB still, and nobody gets further than the door', async () => {
      const parts = { file: { bytes: Buffer.alloc(1_100_000), name: 'a.wav' }, alt: 'A', language: 'en' };
      expect((await postFiles(officer, `/desk/consultations/${draft}/plan`, parts)).status).toBe(413);
      expect((await postFiles(world.visitor(), media(draft), parts)).status).toBe(401);
    });

    const declared = (visitor: Visitor, length: number) =>
      visitor.send(media(draft), {
        method: 'POST',
        body: '--x--\r\n',
        headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(length) },
      });
  });

  describe('hostile forms with files', () => {
    const part = (head: string, body = 'a') => `--x\r\n${head}\r\n\r\n${body}\r\n`;
    const file = 'content-disposition: form-data; name="file"; filename="../../etc/a.png"';
    const bodies: Record<string, [number, string, string?]> = {
      'an ordinary form': [415, 'alt=a', 'application/x-www-form-urlencoded'],
      'no boundary': [400, part(file), 'multipart/form-data'],
      'an empty boundary': [400, part(file), 'multipart/form-data; boundary='],
      'nothing at all': [400, ''],
      'another boundary': [400, part(file).replaceAll('--x', '--y')],
      'no end': [400, part(file)],
      'a file that is cut off': [400, `--x\r\n${file}\r\n\r\nabc`],
      'a head that is cut off': [400, `--x\r\n${file}`],
      'no name': [400, `${part('content-disposition: form-data')}--x--\r\n`],
      'a name of 10 KB': [422, `${part(`content-disposition: form-data; name="${'n'.repeat(10_000)}"`)}--x--\r\n`],
      'names that mean something': [422, `${part('content-disposition: form-data; name="__proto__"')}--x--\r\n`],
      'a head of 100 KB': [400, `${part(`x: ${'y'.repeat(100_000)}`)}--x--\r\n`],
      'a path for a name': [422, `${part(file)}--x--\r\n`],
      'a NUL in a name': [400, `${part(file.replace('etc', 'e\0tc'))}--x--\r\n`],
      'two hundred files': [413, `${part(file).repeat(200)}--x--\r\n`],
      'two thousand fields': [413, `${part('content-disposition: form-data; name="a"').repeat(2_000)}--x--\r\n`],
      'bytes that are no text': [422, `${part('content-disposition: form-data; name="alt"', '\xff\xfe\0')}--x--\r\n`],
    };
    test.each(Object.entries(bodies))('%s', async (_name, [status, body, type = 'multipart/form-data; boundary=x']) => {
      const before = await count();
      const bytes = Buffer.from(body, 'latin1');
      const headers = { 'content-type': type, 'content-length': String(bytes.byteLength) };
      const response = await officer.send(media(draft), { method: 'POST', body: bytes, headers });
      expect(response.status).toBe(status);
      expect(await response.text()).toMatch(/<h1\b/);
      expect(await count()).toBe(before);
    });

    test('from another site', async () => {
      const body = '--x--\r\n';
      const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(body.length) };
      const elsewhere = { ...headers, origin: 'https://elsewhere.example' };
      expect((await officer.send(media(draft), { method: 'POST', body, headers: elsewhere })).status).toBe(403);
    });
  });

  describe('parts of a file', () => {
    const bytes = aRecording(80);
    const size = bytes.byteLength;
    let path: string;
    beforeAll(async () => {
      const { id } = await openConsultation(world, officer);
      path = `/media/${await addFile(officer, id, bytes)}`;
    });

    test.each([
      ['bytes=0-0', 0, 0],
      ['bytes=100-', 100, size - 1],
      ['bytes=262100-262200', 262_100, 262_200],
      ['bytes=262144-524287', 262_144, 524_287],
      ['bytes=-10', size - 10, size - 1],
      [`bytes=10-${size * 2}`, 10, size - 1],
    ])('%s', async (range, from, to) => {
      const response = await world.visitor().get(path, { range });
      expect(response.status).toBe(206);
      expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to}/${size}`);
      expect(response.headers.get('content-length')).toBe(String(to - from + 1));
      expect(bytes.subarray(from, to + 1).equals(await bytesOf(response))).toBe(true);
    });

    test.each([`bytes=${size}-`, 'bytes=-0'])('%s is more than there is', async range => {
      const response = await world.visitor().get(path, { range });
      expect(response.status).toBe(416);
      expect(response.headers.get('content-range')).toBe(`bytes */${size}`);
    });

    test.each(['bytes=9-1', 'bytes=a-b', 'pages=1-2', 'bytes=0-1,5-6', 'bytes=-'])('%s: all of it', async range => {
      const response = await world.visitor().get(path, { range });
      expect(response.status).toBe(200);
      expect((await bytesOf(response)).byteLength).toBe(size);
    });

    test('a part of what it had, all of what is new', async () => {
      const visitor = world.visitor();
      const whole = await visitor.send(path, { method: 'HEAD', headers: {} });
      const etag = whole.headers.get('etag') ?? '';
      expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(whole.headers.get('accept-ranges')).toBe('bytes');
      expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
      expect(whole.headers.get('content-disposition')).toBe('inline');
      const range = 'bytes=0-9';
      expect((await visitor.get(path, { range, 'if-range': etag })).status).toBe(206);
      expect((await visitor.get(path, { range, 'if-range': '"other"' })).status).toBe(200);
      expect((await visitor.get(path, { 'if-none-match': etag })).status).toBe(304);
    });
  });

  test('before it is published only officers who may see the consultation get a file', async () => {
    const id = await addFile(officer, draft, aVideo);
    const captioned = { alt: 'A', language: 'en', captions: someCaptions, transcript: 'Hello.' };
    await postFiles(officer, `${media(draft)}/${id}`, captioned);
    const elsewhere = await world.signIn('officer', world.organisations.health);
    const others = [world.visitor(), elsewhere, await world.signIn('board member'), await world.signIn('forum member')];
    for (const path of [`/media/${id}`, `/media/${id}/captions`]) {
      for (const visitor of others) expect((await visitor.get(path)).status).toBe(404);
      const mine = await officer.get(path);
      expect([mine.status, mine.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      expect((await (await world.signIn('administrator')).get(path)).status).toBe(200);
    }
    expect((await elsewhere.get(`${media(draft)}/${id}`)).status).toBe(404);
    expect((await postFiles(elsewhere, `${media(draft)}/${id}`, captioned)).status).toBe(404);
    expect((await elsewhere.post(`${media(draft)}/${id}/removal`)).status).toBe(404);
    const another = await planConsultation(world, officer);
    expect((await officer.get(`${media(another.id)}/${id}`)).status).toBe(404);
    expect((await officer.post(`${media(another.id)}/${id}/removal`)).status).toBe(404);
  });

  test('a video needs captions and its words, a recording its words', async () => {
    const video = await addFile(officer, draft, aVideo, 'Question 1, signed');
    const list = await officer.read(media(draft));
    expect(list).toContain('Add captions to the video.');
    const path = `${media(draft)}/${video}`;
    const bare = await postFiles(officer, path, {
      alt: 'Question 1, signed',
      language: 'en',
      captions: '',
      transcript: '',
    });
    expect(bare.status).toBe(422);
    const html = await bare.text();
    expect(html).toContain('Add captions.');
    expect(html).toContain('Write out the words.');
    const wrong = { bytes: someCaptions.replace('00:01.000 -->', '00:01,000 -->'), name: 'a.vtt' };
    const words = { alt: 'Question 1, signed', language: 'en', transcript: 'Hello. £5 – “it” 😀' };
    const refused = await postFiles(officer, path, { ...words, captions: '', captionsFile: wrong });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Line 6: write the time as 00:01.000');
    expect(page).toContain('00:01,000 --&gt; 00:02.000');
    const right = { bytes: `\uFEFF${someCaptions.replaceAll('\n', '\r\n')}`, name: 'a.vtt' };
    expect((await postFiles(officer, path, { ...words, captionsFile: right })).status).toBe(303);
    const captions = await officer.get(`/media/${video}/captions`);
    expect(captions.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(await captions.text()).toBe(someCaptions);
    const sound = await addFile(officer, draft, aRecording(), 'Question 1, read aloud');
    const silent = await postFiles(officer, `${media(draft)}/${sound}`, { alt: 'A', language: 'en', transcript: ' ' });
    expect(silent.status).toBe(422);
    expect((await officer.get(`/media/${sound}/captions`)).status).toBe(404);
  });

  test('a file that the survey shows stays', async () => {
    const { id } = await planConsultation(world, officer);
    const video = await addFile(officer, id, aVideo);
    const definition = withMedia(video);
    const versions = world.db.write.updateTable('survey_versions').where('consultation_id', '=', id);
    await versions.set({ definition: JSON.stringify(definition) }).execute();
    const shown = await mediaOf(world.db.read, id, definition);
    expect(shown.get(video)).toMatchObject({ kind: 'video', src: `/media/${video}`, captions: null });
    expect((await mediaOf(world.db.read, draft, definition)).size).toBe(0);
    expect(await officer.read(media(id))).toContain('Question 2');
    const refused = await officer.post(`${media(id)}/${video}/removal`);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('The survey shows this file.');
    expect((await officer.get(`/media/${video}`)).status).toBe(200);
  });

  test('a survey whose file has no words yet, or is gone, is not published', async () => {
    const { id } = await planConsultation(world, officer);
    const video = await addFile(officer, id, aVideo);
    const picture = await addFile(officer, id, await aPicture(), 'A pool with a ramp');
    const ask = (media: string) =>
      changeSurvey(world.db.write, { id: officer.personId }, id, () => withMedia(media, picture), world.deps.now());
    const publish = () => officer.post(`/desk/consultations/${id}/publication`);
    await ask('x'.repeat(22));
    expect(await (await publish()).text()).toContain('Question 2: choose the file again; it was removed.');
    await ask(video);
    const refused = await publish();
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Question 2: add captions to the video.');
    const words = { alt: 'Signed', language: 'en', captions: someCaptions, transcript: 'Hello.' };
    await postFiles(officer, `${media(id)}/${video}`, words);
    expect((await publish()).status).toBe(303);
    expect((await world.visitor().get(`/media/${video}`)).status).toBe(200);
    expect((await officer.post(`${media(id)}/${video}/removal`)).status).toBe(422);
  });

  test('a file that no survey shows goes for good', async () => {
    const id = await addFile(officer, draft, await aPicture('webp', 50, 50));
    expect((await officer.post(`${media(draft)}/${id}/removal`)).status).toBe(303);
    expect((await officer.get(`/media/${id}`)).status).toBe(404);
    const parts = world.db.read.selectFrom('media_parts').selectAll().where('media_id', '=', id);
    expect(await parts.execute()).toEqual([]);
  });
});

const withMedia = (media: string, picture?: string): Definition => ({
  ...usualSurvey,
  questions: [
    ...usualSurvey.questions.map((question, at) =>
      at === 1 ? { ...question, editions: { bsl: { media } } } : question,
    ),
    ...(picture ? [pictureQuestion(picture)] : []),
  ],
});

const pictureQuestion = (picture: string): Definition['questions'][number] => ({
  id: 'q6',
  kind: 'pictures',
  ask: 'Where would you like to go?',
  options: [
    { id: 'a', words: 'Swimming', picture },
    { id: 'b', words: 'The park', picture },
  ],
});
