import {css} from 'lit';

export const styles = css`
  section,
  .said-aloud {
    display: grid;
    gap: var(--_space);
  }

  .panel:focus {
    outline: none;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .reward {
    flex: 1 1 7.5em;
    padding: 0.5em;
    border-radius: var(--_radius);
    background: var(--_row);
  }

  @media (prefers-reduced-motion: no-preference) {
    .reveal .reward {
      animation: reveal 0.5s cubic-bezier(0.2, 0.9, 0.3, 1.2) backwards;
    }
    .reveal .reward:nth-child(2n) {
      animation-delay: 0.12s;
    }
    @keyframes reveal {
      from {
        opacity: 0;
        transform: translateY(0.5em) scale(0.9);
      }
    }
  }
`;
