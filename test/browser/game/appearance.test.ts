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
    expect([root.style.cssText, view.style.cssText]).to.deep.equal(['color-scheme: dark;', '--liveops-accent: #f00;']);
    handlers['ui.setTheme']!({theme: 'pink', tokens: {'--liveops-accent': null}});
    expect([view.hasAttribute('theme'), root.style.cssText, view.style.cssText]).to.deep.equal([false, '', '']);
  });

  it('has its appearance at once, each time as a whole, and below single properties', () => {
    const {handlers, view} = dressed();

    handlers['ui.setAppearance']!({
      theme: 'dark',
      accent: '#ffe14d',
      radius: 4,
      spacing: 8,
      font: 'Exo 2',
      fontScale: 1.5,
    });
    const {style} = view;
    const written = ['accent', 'on-accent', 'radius', 'space', 'font'].map(name =>
      style.getPropertyValue(`--liveops-${name}`),
    );
    expect(written).to.deep.equal(['#ffe14d', '#000000', '4px', '8px', '400 1em/1.4 Exo 2']);
    expect([style.fontSize, view.getAttribute('theme')]).to.deep.equal(['1.5em', 'dark']);

    handlers['ui.setTheme']!({tokens: {'--liveops-accent': '#0f0'}});
    handlers['ui.setAppearance']!({accent: '#036'});
    expect(style.cssText).to.equal('--liveops-accent: #0f0; --liveops-on-accent: #ffffff;');
    handlers['ui.setTheme']!({tokens: {'--liveops-accent': null}});
    expect(style.getPropertyValue('--liveops-accent')).to.equal('#036');
    handlers['ui.setAppearance']!({});

    expect([style.cssText, view.hasAttribute('theme')]).to.deep.equal(['', false]);
  });

  it('writes on every accent what can be read there', () => {
    const {handlers, view} = dressed();
    const writtenOn = (accent: string): string => {
      handlers['ui.setAppearance']!({accent});
      return view.style.getPropertyValue('--liveops-on-accent');
    };

    expect(['#000', '#777777', '#ffffff', '#ff0', '#00f', '#757575'].map(writtenOn)).to.deep.equal([
      ...['#ffffff', '#000000', '#000000', '#000000', '#ffffff', '#ffffff'],
    ]);
  });

  it('uses the sheet of its preset, and of no other', () => {
    const {handlers} = dressed();
    const sheets = ['arcade', 'scifi'].map(preset => {
      const sheet = document.createElement('style');
      Object.assign(sheet, {media: 'not all'});
      sheet.dataset['preset'] = preset;
      document.head.append(sheet);
      return sheet;
    });
    const used = (preset: string | null): string[] => {
      handlers['ui.setAppearance']!({preset});
      return sheets.filter(({media}) => media === 'all').map(({dataset}) => dataset['preset']!);
    };

    const found = ['arcade', 'scifi', 'neutral', 'arcade', null].map(used);
    for (const sheet of sheets) sheet.remove();

    expect(found).to.deep.equal([['arcade'], ['scifi'], [], ['arcade'], []]);
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
