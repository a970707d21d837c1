/** Small plan files for tests. */

type Json = Record<string, unknown>;

/** One theme, one priority; what is given stands in their place. */
export const planFile = ({
  plan,
  theme,
  priority,
  action,
  measure,
}: {
  plan?: Json;
  theme?: Json;
  priority?: Json;
  action?: Json;
  measure?: Json;
} = {}): Json => ({
  title: "Museum Plan",
  starts: "2025-04-01",
  themes: [
    {
      id: "1",
      name: "Visitors",
      priorities: [
        {
          id: "1.1",
          title: "Welcome everyone",
          actions: [{ id: "1.1.1", text: "Open late", timescale: "Year 1", ...action }],
          measures: [{ id: "1.1.m1", text: "Number of visits", ...measure }],
          ...priority,
        },
      ],
      ...theme,
    },
  ],
  ...plan,
});
