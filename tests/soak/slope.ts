/** Megabytes a minute, by least squares. */
export interface Sample {
  /** Minutes since the start. */
  at: number;
  megabytes: number;
}

export const slopeOf = (samples: readonly Sample[]): number => {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [at, megabytes] = [mean((sample) => sample.at), mean((sample) => sample.megabytes)];
  const across = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.megabytes - megabytes), 0);
  return across / samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0);
};
