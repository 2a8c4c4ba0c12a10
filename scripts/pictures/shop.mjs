/* global document -- inside the page */
import sharp from 'sharp';
import {openPage, picturesLoaded} from './page.mjs';

const SIZE = {width: 1_000, height: 1_030, scale: 1.5};
const ROWS = 5;

/** The demo shop is dark; in the light picture it has these colours, and the widgets have their light theme. */
const LIGHT = `
  :root {
    color-scheme: light;
    --liveops-accent: #9a3412;
    --liveops-on-accent: #ffffff;
    --liveops-surface: #ffffff;
    --liveops-row: #faf6f2;
    --liveops-border: #e5d9cf;
    --liveops-bar: #f0dccb;
    --liveops-own: #fff1e0;
    --liveops-own-bar: #fbd9b0;
    --liveops-text: #221a2e;
    --liveops-text-muted: #5f566e;
  }
  body { background: #f4eee9 radial-gradient(120% 60vh at 70% 0, #ffe3c4 0, #f8ece2 45%, #f4eee9 100%) no-repeat; color: #221a2e; }
  .top a { color: #4c3d63; }
  .player { border-color: #c9b8a8; }
  .season, .points { color: #9a3412; }
`;

/** The page as in a real shop: without the game server's panel, and with all offers in one line. */
const SHOP_ONLY = `
  body { font-family: var(--test-font); }
  .panel, .top nav, .hero p:last-child { display: none; }
`;

async function shoot(browser, url, theme) {
  const page = await openPage(browser, url, {...SIZE, theme});
  await page.addStyleTag({content: theme === 'light' ? SHOP_ONLY + LIGHT : SHOP_ONLY});
  await page.evaluate(rows => (document.querySelector('liveops-clan-contributors').maxRows = rows), ROWS);
  await page.locator('liveops-clan-contributors [part~=own-row]').waitFor();
  await page.locator('liveops-reward-chain [part~=step]').first().waitFor();
  await page.locator('liveops-clan-switch [part~=preview]').waitFor();
  await picturesLoaded(page);
  const shot = await page.screenshot({animations: 'disabled'});
  await page.close();
  return shot;
}

/** The three widgets in a shop, light on the left and dark on the right. */
export async function drawShop({browser, url, folder}) {
  const shots = [await shoot(browser, url, 'light'), await shoot(browser, url, 'dark')];
  const joined = await sharp(shots, {join: {across: 2, shim: 24, background: '#00000000'}})
    .png()
    .toBuffer();
  await sharp(joined).webp({quality: 82}).toFile(`${folder}/shop.webp`);
  console.log(`${folder}/shop.webp`);
}
