import { useEffect } from "preact/hooks";

/**
 * Runs an effect whenever a key changes, and only then: the key says everything that the effect
 * depends on. What the effect returns is run before the next one.
 */
export function useKeyedEffect(effect: () => undefined | (() => void), key: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all of them.
  useEffect(effect, [key]);
}
