import { goBlank } from '../../driver/app.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * The floor of reading: the text as plain paragraphs, in the app's own window with the app's own styles.
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<number>} milliseconds from having the markup to painted
 */
export async function layOutPlainly(page, text) {
  await goBlank(page);
  return page.evaluate(async (plain) => {
    const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').trimEnd();
    const paragraphs = escaped.split('\n').map((line) => `<p class="page-line">${line}</p>`);
    const markup = `<article class="page"><div class="page-text">${paragraphs.join('')}</div></article>`;
    document.body.style.cssText = 'display: flex; margin: 0; height: 100vh';
    const scroller = document.createElement('div');
    scroller.className = 'reader';
    document.body.append(scroller);
    await window.probe.afterPaint();
    const began = performance.now();
    scroller.innerHTML = markup;
    return (await window.probe.afterPaint()) - began;
  }, text);
}
