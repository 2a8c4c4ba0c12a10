import {expect} from 'chai';
import {appearance} from '../../../src/game/appearance.js';

function dressed() {
  const view = document.createElement('div');
  view.attachShadow({mode: 'open'});
  const session = document.createElement('div');
  const handlers = appearance(
    () => [view],
    () => session,
  );
  return {view, session, handlers};
}

const root = document.documentElement;

describe('The look that a game sets', () => {
  afterEach(() => {
    root.removeAttribute('style');
    root.lang = 'en';
  });

  it('keeps clear of the edges that it names, and lets go of them', () => {
    const {handlers} = dressed();

    handlers['ui.setInsets']!({top: 12, left: 0, right: -5, bottom: 'wide'});
    expect(root.style.cssText).to.equal('--host-safe-top: 12px; --host-safe-left: 0px;');
    handlers['ui.setInsets']!({});

    expect(root.style.cssText).to.equal('');
  });

  it('has its theme and colours, and takes neither addresses nor other properties', () => {
    const {handlers, view} = dressed();
    const refused = {
      '--liveops-surface': 'url(https://evil.example/)',
      '--liveops-radius': '1px; color: red',
      '--other': 'red',
      color: 'red',
    };

    handlers['ui.setTheme']!({theme: 'dark', tokens: {'--liveops-accent': '#f00', ...refused}});

    expect(view.getAttribute('theme')).to.equal('dark');
    expect(root.style.cssText).to.equal('--liveops-accent: #f00; color-scheme: dark;');
    handlers['ui.setTheme']!({theme: 'pink', tokens: {'--liveops-accent': null}});
    expect([view.hasAttribute('theme'), root.style.cssText]).to.deep.equal([false, '']);
  });

  it('is in its language', () => {
    const {handlers, session} = dressed();

    handlers['ui.setLocale']!({locale: 'de'});

    expect([root.lang, (session as {locale?: unknown}).locale]).to.deep.equal(['de', 'de']);
  });

  it('holds still when it says so, by the session, which all views follow', () => {
    const {handlers, session} = dressed();
    const isStill = (): unknown => (session as {reduceMotion?: unknown}).reduceMotion;

    handlers['ui.setMotion']!({reduced: true});
    expect(isStill()).to.equal(true);
    handlers['ui.setMotion']!({reduced: false});

    expect(isStill()).to.equal(false);
  });
});
