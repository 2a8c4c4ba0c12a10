import {css} from 'lit';

/** Rewards side by side, as many in a line as fit. */
export const rewardStyles = css`
  .rewards {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
  }

  .reward {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.45em;
  }

  .art {
    flex: none;
    inline-size: 2.25em;
    block-size: 2.25em;
    overflow: hidden;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_bar);
  }

  /* Two lines of a name at most, or one hostile name would push everything else off the screen. */
  .reward > bdi,
  .goal > bdi {
    display: -webkit-box;
    max-inline-size: 100%;
    overflow: hidden;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    /* At the edge that the element reads from, whatever direction the name has. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .count {
    color: var(--_muted);
    font-weight: 700;
  }

  .claimed .art,
  .reveal .expected .art {
    opacity: 0.5;
  }

  /* One after the other, and the last within 400 ms, however many there are; src/ui/reveal.ts knows the name. */
  @media (prefers-reduced-motion: no-preference) {
    .reveal .reward {
      animation: reveal 0.2s ease-out 0.2s backwards;
    }
    .reveal .reward:first-child {
      animation-delay: 0s;
    }
    .reveal .reward:nth-child(2) {
      animation-delay: 50ms;
    }
    .reveal .reward:nth-child(3) {
      animation-delay: 0.1s;
    }
    .reveal .reward:nth-child(4) {
      animation-delay: 0.15s;
    }
    @keyframes reveal {
      from {
        opacity: 0;
        transform: translateY(0.5em) scale(0.9);
      }
    }
  }
`;
