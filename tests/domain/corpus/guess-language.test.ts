import { describe, expect, it } from 'vitest';
import { guessLanguage } from '#domain/corpus/guess-language.ts';

describe('guessLanguage', () => {
  it.each([
    ['en', 'She said that the library is not what they wanted.'],
    ['de', 'Sie sagte, dass die Bibliothek nicht das ist, was wir wollen.'],
    ['fr', 'Elle a dit que la bibliothèque est dans une rue.'],
    ['es', 'Ella dijo que la biblioteca no es lo que se quería.'],
    ['it', 'Ha detto che la biblioteca non è nella strada.'],
    ['pt', 'Ela disse que a biblioteca não é o que se queria.'],
    ['nl', 'Zij zei dat het niet de bibliotheek is die wij wilden.'],
    ['sv', 'Hon sa att det inte är ett bibliotek som vi ville ha.'],
    ['fi', 'Hän sanoi että se ei ole kirjasto mutta kun niin on.'],
    ['pl', 'Powiedziała, że to nie jest biblioteka, której się chce.'],
    ['tr', 'Bu bir kütüphane değil ama çok güzel dedi ve gitti.'],
    ['ru', 'Она сказала, что это не то, что они хотели.'],
    ['uk', 'Вона сказала, що це не те, що вони хотіли її.'],
    ['kk', 'Қазақстан Республикасының үкіметі шешім қабылдады'],
    ['el', 'Είπε ότι η βιβλιοθήκη είναι κλειστή.'],
    ['ar', 'قالت إن المكتبة مغلقة.'],
    ['fa', 'او گفت که کتابخانه چیز دیگری است و پس از آن رفت.'],
    ['he', 'היא אמרה שהספרייה סגורה.'],
    ['hi', 'उसने कहा कि पुस्तकालय बंद है।'],
    ['th', 'เธอบอกว่าห้องสมุดปิด'],
    ['ko', '도서관이 문을 닫았다고 말했다.'],
    ['ja', '図書館は閉まっていると彼女は言った。'],
    ['zh', '她说图书馆关门了。'],
  ])('%s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it.each(['', '123 — 456', 'Zbalgo'])('says nothing about %j', (text) => {
    expect(guessLanguage(text)).toBeNull();
  });
});
