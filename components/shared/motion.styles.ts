import {css} from 'lit';

/** What moves in all elements, and what stops it. */
export const motion = css`
  /* A number that counts, over the number itself, which stays for those who don't see it. */
  .counts {
    position: relative;
    -webkit-text-fill-color: transparent;
  }
  .counter {
    position: absolute;
    inset: 0;
    -webkit-text-fill-color: currentColor;
  }
  .counts > .own-mark,
  .counts > .change {
    -webkit-text-fill-color: currentColor;
  }

  /* Where the game or the page wants no motion, whatever the system says. */
  .still,
  .still::after,
  .still *,
  .still *::before,
  .still *::after {
    animation: none !important;
    transition: none !important;
  }
`;
