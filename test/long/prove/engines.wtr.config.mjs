import {chromeLauncher} from '@web/test-runner-chrome';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import chromium from '../../runner/wtr.config.mjs';

/* The element suite in the engines that are not Chromium. `engines.mjs` beside this says where they are. */
const {FIREFOX_PATH, MINIBROWSER_PATH, WEBDRIVER_PORT} = process.env;

const firefox = chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', executablePath: FIREFOX_PATH}});

const webkit = webdriverLauncher({
  hostname: '127.0.0.1',
  port: Number(WEBDRIVER_PORT),
  path: '/',
  capabilities: {
    browserName: 'MiniBrowser',
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': {binary: MINIBROWSER_PATH, args: ['--automation']},
  },
});

// Of two test pages at a time these call one hidden, where the widgets rightly ask for nothing.
export default {
  ...chromium,
  concurrency: 1,
  // Slower than Chromium: a file that shows every language takes more than a minute on a busy machine.
  testsFinishTimeout: 240_000,
  browsers: [FIREFOX_PATH ? firefox : [], MINIBROWSER_PATH ? webkit : []].flat(),
};
