import {css} from 'lit';

export const styles = css`
  section,
  .said-aloud {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
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
      animation: reveal 0.5s ease-out backwards;
    }
    @keyframes reveal {
      from {
        opacity: 0;
        transform: translateY(0.5em) scale(0.9);
      }
    }
  }
`;
