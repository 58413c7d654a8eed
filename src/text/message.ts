/** Templates by code; placeholders are `{names}` of the values, `{found}`, `{tab}` and `{cell}`. */
export type Messages = Readonly<Record<string, { readonly en: string; readonly zh: string }>>;
